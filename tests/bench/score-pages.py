#!/usr/bin/env python3
"""Score `rapporteur extract` on a corpus of saved news pages.

usage: score-pages.py [CORPUS] [--program PROGRAM] [--facts FACTS] [--folds K] [--worst N]

CORPUS is a folder with gold.json ({"<id>": {"url", "body", "page_text"}}) and html/<id>.html.gz. Without it the folder
news-pages is looked for under $RAP_SHARED/corpora and ../shared/corpora beside the source tree; when there is none, the
script says so and ends well.

Bodies are compared by word 4-grams as multisets: precision and recall are averaged over pages, F1 is taken of the two
averages. Every page is read twice, as HTML and as plain text with everything around the report. Pages are dealt into K
folds by a hash of their id. The extractor learns nothing from the corpus, so no fold is trained on; the folds show how much
the figure hangs on the choice of pages. The two halves (even and odd folds) are printed too: look at the pages of the first
when working on the rules, and leave the second alone, so that its figure stays honest.

FACTS ({"<id>": {"title": …, "date": ["YYYY-MM-DD", …] or null}}) adds titles and publication dates: right, wrong, none.
"""
import argparse
import gzip
import hashlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

WORD = re.compile(r"\w+")
SKIPPED = 77  # what meson takes for "skipped"


def find_corpus():
    source = Path(__file__).resolve().parents[2]
    for shared in (os.environ.get("RAP_SHARED"), source.parent / "shared"):
        if shared and (Path(shared) / "corpora" / "news-pages" / "gold.json").is_file():
            return Path(shared) / "corpora" / "news-pages"
    return None


def shingles(text, n=4):
    words = WORD.findall(text or "")
    return Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1)) if words[i:i + n])


def compare(body, gold):
    """Precision (None when nothing was found), recall."""
    found, true = shingles(body), shingles(gold)
    hits = sum((found & true).values())
    return hits / sum(found.values()) if found else None, hits / sum(true.values()) if true else 1.0


def f1(scores):
    precision = statistics.fmean([p for p, _ in scores if p is not None] or [0.0])
    recall = statistics.fmean([r for _, r in scores])
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def fold_of(page, folds):
    return int(hashlib.sha1(page.encode()).hexdigest(), 16) % folds


def extract(program, path):
    done = subprocess.run([program, "extract", "--json", str(path)], capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        return {}


def write_pages(corpus, gold, folder):
    for page, entry in gold.items():
        (folder / f"{page}.html").write_bytes(gzip.decompress((corpus / "html" / f"{page}.html.gz").read_bytes()))
        (folder / f"{page}.txt").write_text(entry["page_text"], encoding="utf-8")


def report_bodies(kind, scores, gold, folds, worst):
    dealt = {page: fold_of(page, folds) for page in scores}
    by_fold = [f1([scores[page] for page in scores if dealt[page] == fold])[2] for fold in sorted(set(dealt.values()))]
    spread = statistics.stdev(by_fold) if len(by_fold) > 1 else 0.0
    print(f"body from {kind}: {len(scores)} pages  precision %.3f  recall %.3f  F1 %.3f" % f1(list(scores.values())) +
          f"  folds {' '.join('%.3f' % value for value in by_fold)}  (mean {statistics.fmean(by_fold):.3f} ± {spread:.3f})")
    for name, half in (("first half", 0), ("second half", 1)):
        part = [scores[page] for page in scores if fold_of(page, 2) == half]
        if part:
            print(f"  {name}: {len(part)} pages  precision %.3f  recall %.3f  F1 %.3f" % f1(part))
    for page in sorted(scores, key=lambda key: sum(value or 0 for value in scores[key]))[:worst]:
        print(f"  {scores[page][0] or 0:.3f} {scores[page][1]:.3f}  {page[:12]}  {gold[page]['url']}")


def plain(title):
    for marks, mark in (("’‘", "'"), ("“”", '"'), ("–—", "-")):
        title = re.sub(f"[{marks}]", mark, title)
    return " ".join(title.split())


def report_facts(kind, results, facts):
    known = [page for page in results if facts.get(page, {}).get("date")]
    right = sum(results[page].get("published") in facts[page]["date"] for page in known)
    none = sum(not results[page].get("published") for page in known)
    titled = [page for page in results if facts.get(page, {}).get("title")]
    exact = sum(plain(results[page].get("title") or "") == plain(facts[page]["title"]) for page in titled)
    print(f"facts from {kind}: date on {len(known)} pages  right {right / len(known):.3f}  "
          f"wrong {(len(known) - right - none) / len(known):.3f}  none {none / len(known):.3f};  "
          f"title on {len(titled)} pages  exact {exact / len(titled):.3f}")
    found = {name: sum(bool(result.get(name)) for result in results.values()) for name in ("outlet", "byline", "language")}
    print("  given: " + ", ".join(f"{name} on {n}" for name, n in found.items()) + f" of {len(results)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--program", default="rapporteur")
    parser.add_argument("--facts", type=Path)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    corpus = options.corpus or find_corpus()
    if corpus is None:
        print("no corpus of news pages beside the source tree: skipped")
        return SKIPPED
    if shutil.which(options.program) is None:
        print(f"{options.program}: no such program", file=sys.stderr)
        return 1
    gold = json.loads((corpus / "gold.json").read_text(encoding="utf-8"))
    facts = json.loads(options.facts.read_text(encoding="utf-8")) if options.facts else {}
    with tempfile.TemporaryDirectory() as folder:
        write_pages(corpus, gold, Path(folder))
        for kind, suffix in (("HTML", "html"), ("plain text", "txt")):
            results = {page: extract(options.program, Path(folder) / f"{page}.{suffix}") for page in sorted(gold)}
            scores = {page: compare(results[page].get("body"), gold[page]["body"]) for page in results}
            report_bodies(kind, scores, gold, options.folds, options.worst)
            if facts:
                report_facts(kind, results, facts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
