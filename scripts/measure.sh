#!/usr/bin/env bash
# Runs every measure that README quotes, with its threshold, on a data folder that holds reports/ and eval/.
#
#   bash scripts/measure.sh DATA_DIR
#
# Stops with a message at the first measure below its threshold. Timings are printed, never judged.
set -euo pipefail
cd "$(dirname "$0")/.."
data="$1"
wenbao() { node dist/cli/main.js "$@"; }

echo "-- outlines made by hand"
node scripts/score-outlines.mjs "$data/reports" "$data/eval/outlines.json"

echo "-- outlines of other layouts"
layouts=$(python3 "$data/eval/layouts/score_outline.py" node dist/cli/main.js outline --json)
echo "$layouts"
node -e '
const s = JSON.parse(process.argv[1].trim().split("\n").at(-1))
const least = { "heading.f1": 0.97, level_acc: 0.95, "caption.f1": 0.95, join_recall: 1 }
const value = (path) => path.split(".").reduce((node, key) => node[key], s)
const missed = Object.entries(least).filter(([path, least]) => value(path) < least)
for (const [path, least] of missed) console.error(`${path} is ${value(path)}, at least ${least} is asked`)
if (s.overjoined > 0) console.error(`${s.overjoined} places joined that should not be`)
process.exit(missed.length > 0 || s.overjoined > 0 ? 1 : 0)
' "$layouts"

echo "-- gold-dev"
wenbao eval --documents "$data/reports" --questions "$data/eval/gold-dev.jsonl" \
  --min recall@1=0.91 --min recall@3=0.97 --min recall@5=1 --max meanPassageChars=450 \
  --min accuracy=0.90 --max meanChars=220 --min citationRecall=0.92 --min citationPrecision=0.90 --max unresolved=0 \
  --min refusedUnanswerable=0.80 --max refusedAnswerable=0.06
echo "-- gold-hard"
wenbao eval --documents "$data/reports" --questions "$data/eval/gold-hard.jsonl" \
  --min recall@1=0.72 --min recall@5=0.92 --min recall@10=0.97 --max meanPassageChars=450 \
  --min accuracy=0.78 --max meanChars=220 --min citationRecall=0.85 --min citationPrecision=0.83 --max unresolved=0 \
  --min refusedUnanswerable=0.80 --max refusedAnswerable=0.06
echo "-- cmrc-trial"
wenbao eval --dataset "$data/eval/cmrc-trial" --legs --min mrr@10=0.990
echo "-- cmrc-trial, each question with its evidence hidden"
wenbao eval --dataset "$data/eval/cmrc-trial" --hide-evidence --max letThroughAt95=0.05
echo "-- drcd-dev"
wenbao eval --dataset "$data/eval/drcd-dev" --legs --min mrr@10=0.970
echo "-- drcd-dev, each question with its evidence hidden"
wenbao eval --dataset "$data/eval/drcd-dev" --hide-evidence --max letThroughAt95=0.12
