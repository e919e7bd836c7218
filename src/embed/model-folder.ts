// Is a model's folder whole, and which model is it? Read and hashed before anything of it is loaded.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { reasonOf } from './reason.ts'
import { type EmbeddingRecipe, recipeFor, recipeSchema } from './recipe.ts'

export type WeightsType = 'q8' | 'int8' | 'uint8' | 'fp32' | 'fp16' | 'q4'

export interface ModelFolder {
  readonly folder: string
  /** Hub id or the folder's name. */
  readonly id: string
  readonly weightsType: WeightsType
  /** Numbers in a token's vector. */
  readonly dimension: number
  /** Positions the weights know, special tokens included. */
  readonly positions: number
  readonly recipe: EmbeddingRecipe
  /** See `Embedder.fingerprint`. */
  readonly fingerprint: string
}

/** Longest row of a local model: the memory of attention grows with its square, and no chunk is longer. */
export const maxRowTokens = 512

/** Files of weights as the hub names them, best first: 8 bits are the quickest on a processor and lose least for it. */
export const weightsFiles: readonly { readonly file: string; readonly type: WeightsType }[] = [
  { file: 'onnx/model_quantized.onnx', type: 'q8' },
  { file: 'onnx/model_int8.onnx', type: 'int8' },
  { file: 'onnx/model_uint8.onnx', type: 'uint8' },
  { file: 'onnx/model.onnx', type: 'fp32' },
  { file: 'onnx/model_fp16.onnx', type: 'fp16' },
  { file: 'onnx/model_q4.onnx', type: 'q4' },
]

/** Beside the weights, all needed. */
export const companionFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const

/** In the form of `sha256sum`; when a folder holds it, its files must agree with it. */
export const checksumFile = 'SHA256SUMS'

/** Raised when the same files would give other vectors: pooling, normalising or cutting changed. */
const embeddingVersion = 1

const configSchema = z.object({
  hidden_size: z.number().int().positive(),
  max_position_embeddings: z.number().int().positive(),
  model_type: z.string().optional(),
})

/** @throws AppError `model-unavailable` naming the file that is missing or damaged */
export async function readModelFolder(folder: string, id = basename(folder)): Promise<ModelFolder> {
  const weights = await findWeights(folder)
  const files = [...companionFiles, weights.file]
  const hashes = new Map<string, string>()
  for (const file of files) hashes.set(file, await hashFile(join(folder, file)))
  await verify(folder, hashes)

  const config = await readJson(join(folder, 'config.json'), configSchema)
  const sidecar = join(folder, 'wenbao.json')
  const recipe = (await exists(sidecar)) ? await readJson(sidecar, recipeSchema) : recipeFor(id)
  // RoBERTa counts positions from the padding token's id on, which takes two of them.
  const reserved = config.model_type?.includes('roberta') ? 2 : 0
  return {
    folder,
    id,
    weightsType: weights.type,
    dimension: config.hidden_size,
    positions: config.max_position_embeddings - reserved,
    recipe,
    fingerprint: sha256(JSON.stringify({ embeddingVersion, recipe, files: [...hashes] })),
  }
}

async function findWeights(folder: string) {
  for (const weights of weightsFiles) if (await exists(join(folder, weights.file))) return weights
  throw missing(join(folder, weightsFiles[0]?.file ?? 'onnx'))
}

async function verify(folder: string, hashes: ReadonlyMap<string, string>): Promise<void> {
  const path = join(folder, checksumFile)
  if (!(await exists(path))) return
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    const [expected, file] = line.trim().split(/\s+\*?/)
    const actual = hashes.get(file ?? '')
    if (actual === undefined || actual === expected) continue
    throw new AppError(
      'model-unavailable',
      `The model file ${join(folder, file ?? '')} is damaged: its sha256 should be ${expected}, it is ${actual}.`,
      { hint: restoreHint },
    )
  }
}

async function readJson<Shape>(path: string, schema: z.ZodType<Shape>): Promise<Shape> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : reasonOf(cause)
    throw new AppError('model-unavailable', `The model file ${path} can't be used: ${reason}`, {
      hint: restoreHint,
      cause,
    })
  }
}

/** @returns hex */
async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) hash.update(part)
  } catch (cause) {
    throw missing(path, cause)
  }
  return hash.digest('hex')
}

function missing(path: string, cause?: unknown): AppError {
  return new AppError('model-unavailable', `The model file ${path} is missing or can't be read.`, {
    hint: restoreHint,
    cause,
  })
}

const restoreHint =
  'Restore it (the bundled model: `git checkout -- models`, or install again; a fetched one: delete its folder), or choose another with WENBAO_EMBEDDING_MODEL.'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
