// What can be asked of `wenbao eval`?
import type { OptionSpec } from './command.ts'

export const EVAL_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  documents: { kind: 'text', value: 'DIR', help: { en: 'folder of reports', zh: '报告文件夹' } },
  questions: {
    kind: 'text',
    value: 'FILE',
    help: {
      en: 'JSON Lines: question, evidence[] (or file), type?, id?; neither evidence nor file: unanswerable',
      zh: 'JSON Lines：question、evidence[]（或 file）、type?、id?；两者皆无表示无法回答',
    },
  },
  dataset: {
    kind: 'text',
    value: 'DIR',
    help: {
      en: 'instead: a folder with passages.jsonl and queries.jsonl',
      zh: '或：含 passages.jsonl 与 queries.jsonl 的文件夹',
    },
  },
  min: {
    kind: 'list',
    value: 'NAME=N',
    help: {
      en: 'fail when a measure is below, e.g. recall@5=0.95; repeatable',
      zh: '指标低于该值即失败，如 recall@5=0.95；可重复',
    },
  },
  max: {
    kind: 'list',
    value: 'NAME=N',
    help: {
      en: 'fail when a measure is above, e.g. latencyMs.p95=50; repeatable',
      zh: '指标高于该值即失败，如 latencyMs.p95=50；可重复',
    },
  },
  top: {
    kind: 'text',
    value: 'N',
    help: {
      en: 'passages asked for, 10 to 50 (default 10; 30 for a data set)',
      zh: '检索段落数，10 到 50（默认 10；数据集为 30）',
    },
  },
  legs: {
    kind: 'flag',
    help: {
      en: 'each signal alone as well (a data set always)',
      zh: '同时评测各单项信号（数据集总是如此）',
    },
  },
  'hide-evidence': {
    kind: 'flag',
    help: { en: 'ask again with the relevant documents left out', zh: '去掉相关文档后再问一遍' },
  },
  failures: {
    kind: 'flag',
    help: { en: 'list what was not found and what came instead', zh: '列出未找到的问题及返回的段落' },
  },
}
