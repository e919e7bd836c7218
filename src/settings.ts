// What can be set? Every setting once, with its default, unit and effect; README's tables are made from this.
import * as z from 'zod'
import { doorSettings } from './door-settings.ts'
import { notes } from './setting-notes.ts'

/** Values arrive as text, whether from the environment or from the settings file; unset ones are left out. */
export const settingsSchema = z.strictObject({
  ...doorSettings,
  WENBAO_CORPUS: z
    .string()
    .optional()
    .register(notes, {
      expected: 'a folder',
      defaultText: { en: '`corpus/` of the package', zh: '程序自带的 `corpus/`' },
      en: 'Folder of reports to learn.',
      zh: '要学习的报告文件夹。',
    }),
  WENBAO_INDEX: z
    .string()
    .optional()
    .register(notes, {
      expected: 'a folder',
      defaultText: {
        en: '`index/` of the package; `./wenbao-index/` as a dependency',
        zh: '程序的 `index/`；作为依赖安装时为 `./wenbao-index/`',
      },
      en: 'Writable folder that holds what was learnt.',
      zh: '存放学习结果的文件夹，须可写。',
    }),
  WENBAO_WATCH: z.stringbool().default(false).register(notes, {
    expected: 'true or false',
    en: 'The service watches the folder of reports and learns what changes there.',
    zh: '服务运行时监视报告文件夹，有变动即学习。',
  }),
  WENBAO_EMBEDDING_MODEL: z
    .string()
    .default('')
    .register(notes, {
      expected: 'a folder, a hub id or an http(s) address',
      defaultText: { en: 'the bundled model', zh: '自带模型' },
      en: 'A folder, a hub id (`owner/name`), or an OpenAI-compatible endpoint (`https://host/v1#model`).',
      zh: '向量模型：本地文件夹、模型库编号（`owner/name`）或兼容 OpenAI 的接口（`https://host/v1#model`）。',
    }),
  WENBAO_EMBEDDING_API_KEY: z
    .string()
    .optional()
    .register(notes, {
      expected: 'a key',
      defaultText: { en: '`OPENAI_API_KEY`', zh: '`OPENAI_API_KEY`' },
      en: 'Key for an embedding endpoint.',
      zh: '向量接口的密钥。',
    }),
  WENBAO_EMBEDDING_TIMEOUT: z.coerce
    .number()
    .min(1)
    .max(600)
    .default(30)
    .register(notes, {
      expected: 'a number from 1 to 600',
      unit: { en: 's', zh: '秒' },
      en: 'Longest wait for one reply of an embedding endpoint.',
      zh: '等待向量接口一次答复的最长时间。',
    }),
  WENBAO_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .register(notes, {
      expected: 'a whole number from 1 to 64',
      defaultText: { en: 'what measured best', zh: '实测最佳值' },
      en: 'Threads of a local embedding model.',
      zh: '本地向量模型使用的线程数。',
    }),
  WENBAO_MODEL_CACHE: z
    .string()
    .optional()
    .register(notes, {
      expected: 'a folder',
      defaultText: { en: '`~/.cache/wenbao/models`', zh: '`~/.cache/wenbao/models`' },
      en: 'Where models from a hub are kept.',
      zh: '从模型库下载的模型存放处。',
    }),
  HF_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(notes, {
      expected: 'an http(s) address',
      defaultText: { en: '`https://huggingface.co`', zh: '`https://huggingface.co`' },
      en: 'Hub that models are loaded from; may be a mirror.',
      zh: '模型库地址，可设为镜像站。',
    }),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(notes, {
      expected: 'an http(s) address',
      defaultText: { en: 'OpenAI’s own', zh: 'OpenAI 官方地址' },
      en: 'OpenAI-compatible endpoint of the language model, up to and including `/v1`.',
      zh: '语言模型的兼容 OpenAI 的接口地址，到 `/v1` 为止。',
    }),
  OPENAI_API_KEY: z.string().optional().register(notes, {
    expected: 'a key',
    en: 'Key for that endpoint; a server of one’s own mostly needs none.',
    zh: '该接口的密钥；自建服务通常不需要。',
  }),
  WENBAO_CHAT_MODEL: z.string().optional().register(notes, {
    expected: 'the name of a model',
    en: 'Language model that writes answers; unset: answers are sentences of the reports.',
    zh: '撰写答案的语言模型；不设则直接用报告原句作答。',
  }),
  WENBAO_CHAT_FIRST_TOKEN_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(10_000)
    .register(notes, {
      expected: 'a whole number from 100 to 600000',
      unit: { en: 'ms', zh: '毫秒' },
      en: 'Longest wait for the first text of the language model; then the extractive answer is given.',
      zh: '等待语言模型开始作答的最长时间，超过则改用报告原句。',
    }),
  WENBAO_CHAT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(3_600_000)
    .default(60_000)
    .register(notes, {
      expected: 'a whole number from 100 to 3600000',
      unit: { en: 'ms', zh: '毫秒' },
      en: 'Longest time for one answer of the language model.',
      zh: '语言模型完成一次作答的最长时间。',
    }),
  WENBAO_CHAT_MAX_TOKENS: z.coerce
    .number()
    .int()
    .min(16)
    .max(32_768)
    .default(800)
    .register(notes, {
      expected: 'a whole number from 16 to 32768',
      unit: { en: 'tokens', zh: '词元' },
      en: 'Longest answer of the language model.',
      zh: '语言模型一次作答的最大长度。',
    }),
  WENBAO_CHAT_TEMPERATURE: z.coerce.number().min(0).max(2).default(0).register(notes, {
    expected: 'a number from 0 to 2',
    en: 'Freedom of the language model’s wording.',
    zh: '语言模型用词的随机程度。',
  }),
  WENBAO_CHAT_RETRIES: z.coerce.number().int().min(0).max(10).default(2).register(notes, {
    expected: 'a whole number from 0 to 10',
    en: 'Further tries when the language model is busy or fails before its first text.',
    zh: '语言模型繁忙或出错、尚未开始作答时的重试次数。',
  }),
  WENBAO_ANSWER_MODE: z.enum(['strict', 'mark']).default('strict').register(notes, {
    expected: 'strict or mark',
    en: 'What becomes of a model’s sentence that no passage supports: left out, or shown with a mark.',
    zh: '语言模型写出的、没有段落支持的句子：删去（strict）或加标记显示（mark）。',
  }),
  WENBAO_REFUSAL_THRESHOLD: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .register(notes, {
      expected: 'a number from 0 to 1',
      defaultText: {
        en: 'fitted; `wenbao eval` prints what others would do',
        zh: '已拟合；`wenbao eval` 列出其他取值的效果',
      },
      en: 'Confidence below which a question is refused.',
      zh: '低于此把握即拒答。',
    }),
  WENBAO_LOG: z.enum(['auto', 'json', 'text', 'silent']).default('auto').register(notes, {
    expected: 'auto, json, text or silent',
    en: 'Form of the log on stderr; auto is text on a terminal, else JSON lines.',
    zh: '标准错误输出上日志的形式；auto 在终端上为文字，否则为 JSON 行。',
  }),
})

export type Settings = z.infer<typeof settingsSchema>

/** One row of README's table. */
export interface SettingRow {
  readonly name: string
  readonly default: string
  readonly unit: string
  readonly effect: string
}

/** Rows in the order of the schema. */
export function settingsTable(language: 'en' | 'zh' = 'en'): SettingRow[] {
  return Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const told = notes.get(schema)
    const unset = schema.safeParse(undefined)
    const fallback = unset.success && unset.data !== undefined ? String(unset.data) : ''
    return {
      name,
      default: told?.defaultText?.[language] ?? (fallback === '' ? '' : `\`${fallback}\``),
      unit: told?.unit?.[language] ?? '',
      effect: told?.[language] ?? '',
    }
  })
}

/** Completes "expected …" for one setting. */
export function expectedOf(name: string): string {
  const schema = Object.entries(settingsSchema.shape).find(([key]) => key === name)?.[1]
  return (schema && notes.get(schema)?.expected) ?? 'a known setting'
}
