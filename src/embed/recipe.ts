// How does a model want its texts written, and how do its token vectors become one?
import { z } from 'zod'

export type Pooling = 'mean' | 'cls'

export interface EmbeddingRecipe {
  /** Put before a question. */
  readonly queryPrefix: string
  /** Put before a passage. */
  readonly passagePrefix: string
  /** `mean` over all tokens, special ones included; `cls`: the first token's vector. */
  readonly pooling: Pooling
}

/** What a `wenbao.json` beside a model's config may say; it takes the place of the rule by name. */
export const recipeSchema = z.strictObject({
  queryPrefix: z.string().default(''),
  passagePrefix: z.string().default(''),
  pooling: z.enum(['mean', 'cls']).default('mean'),
})

/** From the model cards of these families; the first pattern that fits decides. */
const families: readonly { readonly name: RegExp; readonly recipe: EmbeddingRecipe }[] = [
  {
    name: /(^|[-_/.])e5([-_.]|$)/i,
    recipe: { queryPrefix: 'query: ', passagePrefix: 'passage: ', pooling: 'mean' },
  },
  {
    name: /(^|[-_/.])bge-.*zh/i,
    recipe: { queryPrefix: '为这个句子生成表示以用于检索相关文章：', passagePrefix: '', pooling: 'cls' },
  },
  { name: /(^|[-_/.])bge([-_.]|$)/i, recipe: { queryPrefix: '', passagePrefix: '', pooling: 'cls' } },
]

/** @param name the model's folder name or hub id */
export function recipeFor(name: string): EmbeddingRecipe {
  const family = families.find((entry) => entry.name.test(name))
  return family?.recipe ?? { queryPrefix: '', passagePrefix: '', pooling: 'mean' }
}
