// A model in a folder, run by ONNX Runtime in this process. The only file that knows @huggingface/transformers.
import { resolve } from 'node:path'
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers'
import { AppError } from '../errors.ts'
import { type ModelFolder, maxRowTokens } from './model-folder.ts'
import type { HiddenStates } from './pooling.ts'
import { reasonOf } from './reason.ts'
import type { TokenModel } from './token-model.ts'

/** Characters tokenized in one go: the tokenizer spreads its pieces over the stack, which ends at some 100,000. */
const sliceCharacters = 20_000

/**
 * Reads from the folder alone; nothing is ever fetched.
 *
 * @param threads of one forward pass
 * @throws AppError `model-unavailable` when the files can't be loaded as a model that gives a vector a token
 */
export async function loadLocalModel(folder: ModelFolder, threads: number): Promise<TokenModel> {
  readWeightsByPath()
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(folder.folder)
    const model = await AutoModel.from_pretrained(folder.folder, {
      dtype: folder.weightsType,
      session_options: {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        // Threads that spin while they wait take the processor from everything else: p99 under load was 2 to 5 times higher.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      },
    })
    const adapted = adapt(tokenizer, model, folder)
    // The first pass shows what the files alone don't, and is the slow one.
    await adapted.run([[...adapted.opening, ...adapted.closing]], () => undefined)
    return adapted
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError(
      'model-unavailable',
      `The model in ${folder.folder} can't be loaded: ${reasonOf(cause)}`,
      {
        hint: 'A folder needs config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx of an encoder that gives last_hidden_state.',
        cause,
      },
    )
  }
}

/**
 * Settings of the library for its whole process. Left to itself it also streams the weights, which ONNX Runtime reads from
 * their path, into a response that nobody takes (46 MB with the bundled model). A cache that answers with the path keeps it
 * from that; it is asked by path first, then by address, which is therefore made of the path alone.
 */
function readWeightsByPath(): void {
  env.allowRemoteModels = false
  env.remoteHost = 'file:///'
  env.remotePathTemplate = '{model}/'
  env.useCustomCache = true
  env.customCache = {
    match: async (name) =>
      /\.onnx(_data.*)?$/.test(name) ? resolve('/', name.replace(env.remoteHost, '')) : undefined,
    put: async () => {},
  }
}

function adapt(tokenizer: PreTrainedTokenizer, model: PreTrainedModel, folder: ModelFolder): TokenModel {
  const toIds = (pieces: string[]) =>
    // Pieces outside the vocabulary have no id of their own, whatever the declared type says.
    tokenizer.convert_tokens_to_ids(pieces).map((id: number | undefined) => id ?? tokenizer.unk_token_id)
  const { opening, closing } = specialPieces(tokenizer)
  let closed: Promise<unknown> | undefined
  return {
    dimension: folder.dimension,
    maxTokens: Math.min(maxRowTokens, folder.positions, Number(tokenizer.model_max_length)),
    opening: toIds(opening),
    closing: toIds(closing),
    tokenize(text) {
      const pieces: string[] = []
      for (let start = 0; start < text.length; start += sliceCharacters) {
        for (const piece of tokenizer.tokenize(text.slice(start, start + sliceCharacters))) pieces.push(piece)
      }
      return { ids: toIds(pieces), pieces }
    },
    async run(rows, use) {
      const output = await forward(model, feed(rows, tokenizer.pad_token_id), folder)
      try {
        return use(hiddenStates(output, folder))
      } finally {
        output.dispose()
      }
    },
    async close() {
      closed ??= model.dispose()
      await closed
    },
  }
}

/** What the tokenizer puts around a text, found by looking at a short one. */
function specialPieces(tokenizer: PreTrainedTokenizer): { opening: string[]; closing: string[] } {
  const inner = tokenizer.tokenize('a')
  const whole = tokenizer.tokenize('a', { add_special_tokens: true })
  const start = inner[0] === undefined ? 0 : whole.indexOf(inner[0])
  return { opening: whole.slice(0, start), closing: whole.slice(start + inner.length) }
}

async function forward(model: PreTrainedModel, inputs: Record<string, Tensor>, folder: ModelFolder) {
  try {
    const output: { last_hidden_state?: Tensor } = await model._call(inputs)
    if (output.last_hidden_state !== undefined) return output.last_hidden_state
  } catch (cause) {
    throw broken(folder, `failed: ${reasonOf(cause)}`, cause)
  }
  throw broken(folder, 'gives no last_hidden_state.')
}

function broken(folder: ModelFolder, what: string, cause?: unknown): AppError {
  return new AppError('model-unavailable', `The model in ${folder.folder} ${what}`, {
    hint: 'Choose an encoder that gives a vector a token, or leave WENBAO_EMBEDDING_MODEL empty for the bundled model.',
    cause,
  })
}

function feed(rows: readonly (readonly number[])[], padding: number): Record<string, Tensor> {
  const columns = Math.max(...rows.map((row) => row.length))
  const size = rows.length * columns
  const ids = new BigInt64Array(size).fill(BigInt(padding))
  const mask = new BigInt64Array(size)
  rows.forEach((row, line) => {
    row.forEach((id, column) => {
      ids[line * columns + column] = BigInt(id)
    })
    mask.fill(1n, line * columns, line * columns + row.length)
  })
  const tensor = (data: BigInt64Array) => new Tensor('int64', data, [rows.length, columns])
  return {
    input_ids: tensor(ids),
    attention_mask: tensor(mask),
    token_type_ids: tensor(new BigInt64Array(size)),
  }
}

function hiddenStates(tensor: Tensor, folder: ModelFolder): HiddenStates {
  const [, columns, dimension] = tensor.dims
  const { data } = tensor
  if (data instanceof Float32Array && columns !== undefined && dimension === folder.dimension)
    return { data, columns, dimension }
  throw broken(
    folder,
    `gives ${tensor.type} [${tensor.dims}], not float32 [texts, tokens, ${folder.dimension}].`,
  )
}
