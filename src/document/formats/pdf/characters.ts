// Which characters does a PDF file mean? Many name the radical that looks like the character, or a ligature.

/**
 * Radicals that stand for whole characters and that Unicode's compatibility forms leave out, each before its character.
 * https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt
 */
const RADICALS =
  '\u2e81厂\u2e82乛\u2e83乚\u2e84乙\u2e8e兀\u2e92巳\u2e93幺\u2e9c日\u2e9d月\u2ea0民\u2ea5爪\u2ea7牛\u2eaa疋\u2eab目\u2eac示\u2eb3网\u2eb6羊\u2ebb聿\u2ebc肉\u2ebd臼\u2ec1虎\u2ec4西\u2ec5见\u2ec6角\u2ec9贝\u2ecb车\u2ed1長\u2ed3长\u2ed4门\u2ed5阜\u2ed7雨\u2ed8青\u2ed9韦\u2eda页\u2edb风\u2edc飞\u2edd食\u2ee1首\u2ee2马\u2ee3骨\u2ee4鬼\u2ee5鱼\u2ee6鸟\u2ee7卤\u2ee8麦\u2ee9黄\u2eea黾\u2eeb斉\u2eec齐\u2eee齿\u2eef竜\u2ef0龙'

const CHARACTERS = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS.charAt(2 * i), RADICALS.charAt(2 * i + 1)]),
)

/** The radicals of Kangxi's dictionary, further radicals, and Latin ligatures. */
const LOOKALIKES = /[\u2e80-\u2fdf\ufb00-\ufb06]/g

export function meantCharacters(text: string): string {
  return text.replace(LOOKALIKES, (sign) => CHARACTERS.get(sign) ?? sign.normalize('NFKC'))
}
