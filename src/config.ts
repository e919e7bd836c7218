// What is set for this run? Reads environment and settings file once, checks the whole, and names every fault at once.
import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import type { ChatModelSettings } from './answer/model/chat-model.ts'
import type { AnswerMode } from './answer/model/checked-answer.ts'
import { type DoorConfig, doorConfigOf } from './door-settings.ts'
import type { EmbedderSettings } from './embed/open.ts'
import { AppError } from './errors.ts'
import { expectedOf, type Settings, settingsSchema } from './settings.ts'

export { settingsTable } from './settings.ts'

export interface Config extends DoorConfig {
  /** Absolute. */
  readonly corpusFolder: string
  readonly corpusIsDefault: boolean
  /** The service learns what changes in the folder while it runs. */
  readonly watch: boolean
  /** Absolute; made when something is learnt. */
  readonly indexFolder: string
  readonly embedder: EmbedderSettings
  /** Absent: answers are sentences of the reports. */
  readonly chat?: ChatModelSettings
  /** What becomes of a model's sentence that no passage supports. */
  readonly answerMode: AnswerMode
  /** 0 to 1; absent: the fitted one. */
  readonly refusalThreshold?: number
  readonly log: Settings['WENBAO_LOG']
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface ConfigSurroundings {
  /** Folder that holds package.json, corpus/ and models/. Default: where this program lies. */
  readonly packageFolder?: string
  /** Content of the settings file, as parsed. */
  readonly file?: { readonly path: string; readonly content: unknown }
}

/** Looked for in the working folder. */
const SETTINGS_FILE = 'wenbao.config.json'
const PREFIX = 'WENBAO_'

/**
 * Pure. The environment wins over the settings file; an empty value counts as not set.
 *
 * @param cwd absolute; relative folders are taken from here
 * @throws AppError `bad-input` listing every setting at fault with its name, what was expected and what came
 */
export function readConfig(env: Environment, cwd: string, surroundings: ConfigSurroundings = {}): Config {
  const faults: string[] = []
  const given = { ...fromFile(surroundings.file, faults), ...fromEnvironment(env) }
  const parsed = settingsSchema.safeParse(given)
  for (const issue of parsed.error?.issues ?? []) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const key of keys) faults.push(describeFault(key, given[key], issue))
  }
  if (!parsed.success || faults.length > 0) {
    throw new AppError('bad-input', `Settings at fault:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, {
      hint: 'Correct or unset them; README lists every setting.',
    })
  }
  return configOf(parsed.data, env, cwd, surroundings.packageFolder ?? packageFolderOfThis())
}

/**
 * The settings of this process.
 *
 * @param overrides settings given on the command line, under their environment names; they win
 */
export function readProcessConfig(overrides: Environment = {}): Config {
  const cwd = process.cwd()
  const file = readSettingsFile(join(cwd, SETTINGS_FILE))
  return readConfig({ ...process.env, ...definedOnly(overrides) }, cwd, file === undefined ? {} : { file })
}

/** For doors that must know the terminal: language, colour. Settings are read by `readProcessConfig`. */
export function processEnvironment(): Environment {
  return process.env
}

function configOf(settings: Settings, env: Environment, cwd: string, packageFolder: string): Config {
  const within = (folder: string | undefined, fallback: string) =>
    folder === undefined ? fallback : resolve(cwd, folder)
  // A dependency's folder is emptied by the next install, so what was learnt lies with the user instead.
  const isDependency = packageFolder.includes(`${sep}node_modules${sep}`)
  const cacheRoot = env['XDG_CACHE_HOME'] || join(env['HOME'] || env['USERPROFILE'] || cwd, '.cache')
  const model = settings.WENBAO_EMBEDDING_MODEL
  const apiKey =
    settings.WENBAO_EMBEDDING_API_KEY ?? (/^https?:/i.test(model) ? settings.OPENAI_API_KEY : undefined)
  return Object.freeze({
    ...doorConfigOf(settings),
    corpusFolder: within(settings.WENBAO_CORPUS, join(packageFolder, 'corpus')),
    corpusIsDefault: settings.WENBAO_CORPUS === undefined,
    watch: settings.WENBAO_WATCH,
    indexFolder: within(
      settings.WENBAO_INDEX,
      isDependency ? join(cwd, 'wenbao-index') : join(packageFolder, 'index'),
    ),
    embedder: Object.freeze({
      model,
      bundledFolder: join(packageFolder, 'models', 'multilingual-e5-small-zh-en'),
      cacheFolder: within(settings.WENBAO_MODEL_CACHE, join(cacheRoot, 'wenbao', 'models')),
      timeoutMs: settings.WENBAO_EMBEDDING_TIMEOUT * 1000,
      ...(settings.HF_ENDPOINT !== undefined && { hubEndpoint: settings.HF_ENDPOINT }),
      ...(apiKey !== undefined && { apiKey }),
      ...(settings.WENBAO_THREADS !== undefined && { threads: settings.WENBAO_THREADS }),
    }),
    ...chatModelOf(settings),
    answerMode: settings.WENBAO_ANSWER_MODE,
    ...(settings.WENBAO_REFUSAL_THRESHOLD !== undefined && {
      refusalThreshold: settings.WENBAO_REFUSAL_THRESHOLD,
    }),
    log: settings.WENBAO_LOG,
  })
}

function chatModelOf(settings: Settings): Pick<Config, 'chat'> {
  const model = settings.WENBAO_CHAT_MODEL
  if (model === undefined) return {}
  return {
    chat: Object.freeze({
      baseUrl: settings.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
      model,
      temperature: settings.WENBAO_CHAT_TEMPERATURE,
      maxTokens: settings.WENBAO_CHAT_MAX_TOKENS,
      firstTokenTimeoutMs: settings.WENBAO_CHAT_FIRST_TOKEN_MS,
      totalTimeoutMs: settings.WENBAO_CHAT_TIMEOUT_MS,
      retries: settings.WENBAO_CHAT_RETRIES,
      ...(settings.OPENAI_API_KEY !== undefined && { apiKey: settings.OPENAI_API_KEY }),
    }),
  }
}

/** Foreign variables are none of our business; a misspelt one of ours is a fault. */
function fromEnvironment(env: Environment): Record<string, string> {
  const known = Object.entries(definedOnly(env)).filter(
    ([key]) => key.startsWith(PREFIX) || key in settingsSchema.shape,
  )
  return Object.fromEntries(known)
}

function fromFile(file: ConfigSurroundings['file'], faults: string[]): Record<string, string> {
  if (file === undefined) return {}
  if (typeof file.content !== 'object' || file.content === null || Array.isArray(file.content)) {
    faults.push(`${file.path}: expected an object of settings`)
    return {}
  }
  const settings: [string, string][] = []
  for (const [key, value] of Object.entries(file.content)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) settings.push([key, String(value)])
    else
      faults.push(`${key}: expected text, a number or a truth value in ${file.path}, got ${typeName(value)}`)
  }
  return definedOnly(Object.fromEntries(settings))
}

function describeFault(key: string, value: string | undefined, issue: z.core.$ZodIssue): string {
  // Says itself what came; the whole value may hold keys.
  if (issue.code === 'custom') return `${key}: ${issue.message}`
  // The value is left out: a misspelt name may carry a key.
  if (issue.code === 'unrecognized_keys')
    return `${key}: expected a known setting, got one of an unknown name`
  return `${key}: expected ${expectedOf(key)}, got ${JSON.stringify(value)}`
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `an ${typeof value}`
}

function definedOnly(values: Environment): Record<string, string> {
  const defined = Object.entries(values).flatMap(([key, value = '']) =>
    value.trim() === '' ? [] : [[key, value.trim()] as const],
  )
  // Unlike an assignment this makes a setting of every name, `__proto__` included, so that it is refused.
  return Object.fromEntries(defined)
}

function readSettingsFile(path: string): ConfigSurroundings['file'] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new AppError('bad-input', `${path}: expected a readable settings file`, { cause })
  }
  try {
    return { path, content: JSON.parse(text) }
  } catch (cause) {
    throw new AppError('bad-input', `${path}: expected JSON, got something that isn't`, { cause })
  }
}

function packageFolderOfThis(): string {
  return fileURLToPath(new URL('..', import.meta.url))
}
