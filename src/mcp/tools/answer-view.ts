// What does a language model need of an answer? What is said, what proves it and how surely; not all that was found.
import * as z from 'zod'
import { type Answer, type Citation, type Claim, REFUSAL_REASONS } from '../../answer/answer.ts'
import type { Passage } from '../../search/passage.ts'
import type { McpParts } from '../parts.ts'
import { passageId, pathOf, titleOf } from '../place.ts'

const range = z.object({ start: z.number(), end: z.number() })

const citationSchema = z.looseObject({
  n: z.number().describe('As in [n].'),
  documentId: z.string(),
  title: z.string(),
  sectionPath: z.array(z.string()),
  range: range.describe('UTF-16 offsets in the text of the report.'),
  quote: z.string().describe('The report to the letter.'),
  url: z.string().describe('Opens the quotation lit.'),
})

const claimSchema = z.object({
  text: z.string().describe('One sentence, without markers.'),
  citations: z.array(z.number()).describe('The n of each citation.'),
  verdict: z
    .enum(['supported', 'partial', 'unsupported', 'contradicted'])
    .describe('Whether the quotations bear the sentence out, checked by program.'),
  doubts: z.array(z.string()).describe('What they don’t bear out.').exactOptional(),
})

const nearestSchema = z.object({
  id: z.string().describe('For fetch.'),
  title: z.string().describe('Report › section.'),
  text: z.string(),
  url: z.string(),
})

/** One flat object: older clients know no alternatives at the top of a schema. */
export const answerOutput = z.object({
  kind: z.enum(['answered', 'refused']),
  text: z.string().describe('The answer with [n] after each claim, or why there is none.'),
  claims: z.array(claimSchema).describe('Empty when refused.'),
  citations: z.array(citationSchema).describe('In order of n; empty when refused.'),
  origin: z
    .enum(['extract', 'collection', 'model'])
    .describe(
      'Sentences of the reports, the list of reports, or a language model whose sentences were checked.',
    )
    .exactOptional(),
  degraded: z
    .string()
    .describe('Why no language model wrote the answer although one is set.')
    .exactOptional(),
  reason: z.enum(REFUSAL_REASONS).describe('Of a refusal.').exactOptional(),
  missing: z.array(z.string()).describe('What was asked for that the reports lack.').exactOptional(),
  choices: z
    .array(z.object({ name: z.string(), documentId: z.string(), title: z.string() }))
    .describe('Whom an ambiguous name may mean: ask the user, then ask again with the full name.')
    .exactOptional(),
  nearest: z
    .array(nearestSchema)
    .describe('The nearest passages; they don’t answer the question.')
    .exactOptional(),
})

export function answerView(answer: Answer, parts: McpParts): z.infer<typeof answerOutput> {
  if (answer.kind === 'refused') {
    const { reason, message, missing, choices, nearest } = answer
    return {
      kind: 'refused',
      text: message,
      claims: [],
      citations: [],
      reason,
      missing: [...missing],
      ...(choices && { choices: [...choices] }),
      nearest: nearest.flatMap((passage) => nearestView(passage, parts)),
    }
  }
  const { text, claims, citations, origin, degraded } = answer
  return {
    kind: 'answered',
    text,
    claims: claims.map(claimView),
    citations: citations.map((one) => citationView(one, parts)),
    origin,
    ...(degraded && { degraded: degraded.reason }),
  }
}

function citationView(citation: Citation, { linkTo }: McpParts): z.infer<typeof citationSchema> {
  return { ...citation, sectionPath: [...citation.sectionPath], url: linkTo(citation.url) }
}

function claimView({ text, citations, verdict, reasons }: Claim): z.infer<typeof claimSchema> {
  const doubts = reasons.filter(({ found }) => !found).map(({ detail }) => detail)
  return {
    text,
    citations: citations.map(({ n }) => n),
    verdict,
    ...(verdict !== 'supported' && { doubts }),
  }
}

function nearestView(
  { document: { id }, sectionPath, range, text }: Passage,
  { service, linkTo }: McpParts,
): z.infer<typeof nearestSchema>[] {
  const document = service.document(id)
  // Taken away by a learning since it was found.
  if (document === undefined) return []
  return [
    {
      id: passageId(document, range),
      title: titleOf(document, sectionPath),
      text,
      url: linkTo(pathOf(document, range)),
    },
  ]
}
