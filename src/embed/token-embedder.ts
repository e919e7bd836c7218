// Passages and questions to unit vectors, with any model that gives a vector a token.
import type { Range } from '../text/range.ts'
import { batchByLength } from './batches.ts'
import type { Embedder, EmbedOptions, PassageInput, PassageVectors } from './embedder.ts'
import { poolText, sumTokens } from './pooling.ts'
import type { EmbeddingRecipe } from './recipe.ts'
import type { TokenModel } from './token-model.ts'
import { alignPieces } from './token-ranges.ts'
import { toUnit } from './unit-vector.ts'
import { planWindows, type WindowSpan } from './windows.ts'

export interface TokenEmbedderSetup {
  readonly id: string
  readonly fingerprint: string
  readonly recipe: EmbeddingRecipe
}

/** One row for the model: a passage, or what follows of one that is too long. */
interface Row {
  /** Index into the items of the round. */
  readonly item: number
  /** The text's own vector comes from its first row. */
  readonly isFirst: boolean
  readonly ids: readonly number[]
  /** Columns of the row. */
  readonly spans: readonly WindowSpan[]
}

/** Passages tokenized ahead, at most: enough to find neighbours of like length, few enough to wait a moment only. */
const roundSize = 64

/** The longest text that is tokenized, in characters a token it may fill: no vocabulary has longer pieces on average. */
const maxCharactersPerToken = 16

export function createTokenEmbedder(model: TokenModel, setup: TokenEmbedderSetup): Embedder {
  const { recipe } = setup

  async function embedPassages(items: readonly PassageInput[], options: EmbedOptions = {}) {
    const results: PassageVectors[] = []
    for (let start = 0; start < items.length; start += roundSize) {
      const round = items.slice(start, start + roundSize)
      results.push(...(await embedRound(round, start, options)))
    }
    return results
  }

  async function embedRound(items: readonly PassageInput[], start: number, options: EmbedOptions) {
    const rows = items.flatMap((item, index) => rowsOf(item, index))
    const rowsLeft = items.map((_, index) => rows.filter((row) => row.item === index).length)
    const vectors = new Array<Float32Array | undefined>(items.length)
    const spanVectors = items.map((item) => new Array<Float32Array | undefined>(item.spans.length))
    let done = start
    for (const batch of batchByLength(rows.map((row) => row.ids.length))) {
      options.signal?.throwIfAborted()
      const batchRows = batch.flatMap((index) => rows[index] ?? [])
      await model.run(
        batchRows.map((row) => row.ids),
        (states) => {
          batchRows.forEach((row, line) => {
            const name = `passage ${start + row.item + 1}`
            if (row.isFirst) {
              const pooled = poolText(states, line, row.ids.length, recipe.pooling)
              vectors[row.item] = toUnit(pooled, 'model-unavailable', name)
            }
            for (const { span, fromToken, toToken } of row.spans) {
              const pooled = sumTokens(states, line, fromToken, toToken)
              const target = spanVectors[row.item]
              if (target) target[span] = toUnit(pooled, 'model-unavailable', `${name}, sentence ${span + 1}`)
            }
          })
        },
      )
      for (const row of batchRows) {
        rowsLeft[row.item] = (rowsLeft[row.item] ?? 0) - 1
        if (rowsLeft[row.item] === 0) done++
      }
      options.onProgress?.(done)
    }
    return items.map((_, index) => {
      const vector = vectors[index] ?? new Float32Array(model.dimension)
      // A span without a token (blanks alone) says what its passage says.
      return {
        vector,
        spanVectors: Array.from(spanVectors[index] ?? [], (spanVector) => spanVector ?? vector),
      }
    })
  }

  function rowsOf(item: PassageInput, index: number): Row[] {
    const prefix = recipe.passagePrefix
    const { ids, pieces } = model.tokenize(prefix + item.text)
    const ranges = alignPieces(prefix + item.text, pieces)
    const prefixTokens = ranges.filter((range) => range.end <= prefix.length).length
    const lead = [...model.opening, ...ids.slice(0, prefixTokens)]
    const body = ids.slice(prefixTokens)
    const bodyRanges = ranges.slice(prefixTokens).map((range) => shift(range, -prefix.length))
    const capacity = model.maxTokens - lead.length - model.closing.length
    return planWindows(bodyRanges, item.spans, capacity).map((window, position) => ({
      item: index,
      isFirst: position === 0,
      ids: [...lead, ...body.slice(window.fromToken, window.toToken), ...model.closing],
      spans: window.spans.map((placed) => ({
        span: placed.span,
        fromToken: lead.length + placed.fromToken - window.fromToken,
        toToken: lead.length + placed.toToken - window.fromToken,
      })),
    }))
  }

  async function embedQuery(text: string, options: EmbedOptions = {}): Promise<Float32Array> {
    options.signal?.throwIfAborted()
    const capacity = model.maxTokens - model.opening.length - model.closing.length
    const shown = (recipe.queryPrefix + text).slice(0, capacity * maxCharactersPerToken)
    const ids = [...model.opening, ...model.tokenize(shown).ids.slice(0, capacity), ...model.closing]
    const vector = await model.run([ids], (states) => poolText(states, 0, ids.length, recipe.pooling))
    return toUnit(vector, 'model-unavailable', 'the question')
  }

  return {
    id: setup.id,
    dimension: model.dimension,
    maxTokens: model.maxTokens,
    fingerprint: setup.fingerprint,
    spansInContext: true,
    embedPassages,
    embedQuery,
    close: () => model.close(),
  }
}

function shift(range: Range, by: number): Range {
  return { start: Math.max(0, range.start + by), end: Math.max(0, range.end + by) }
}
