// Text as it comes: letters of many kinds, what normalising widens or drops, broken surrogates, runs of blanks.
import fc from 'fast-check'

const odd = [
  'ﬁ',
  'ﷺ',
  '㎡',
  '①',
  '…',
  '½',
  '％',
  '２０２３',
  'é',
  'e\u0301',
  '한글',
  '👨‍👩‍👧',
  '𠮷',
  '\ud83d',
  '\ude00',
]
const blanks = [
  ' ',
  '   ',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u0007',
  '\ufffd',
  '▁',
]
const plain = [
  '医院',
  '门诊量',
  '床位',
  '，',
  '。',
  '12.5',
  'CT',
  'Hospital',
  '##',
  '<s>',
  '</s>',
  '（一）',
  '～',
]

export const weirdText = fc
  .array(
    fc.oneof(fc.constantFrom(...odd, ...blanks, ...plain), fc.string({ unit: 'binary', maxLength: 3 })),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

/** The text cut at random places: spans in order, some empty, together the whole. */
export const textWithSpans = fc
  .tuple(weirdText, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }))
  .map(([text, shares]) => {
    const cuts = [
      0,
      ...shares.map((share) => Math.round(share * text.length)).sort((a, b) => a - b),
      text.length,
    ]
    return { text, spans: cuts.slice(1).map((end, i) => ({ start: cuts[i] ?? 0, end })) }
  })
