// Where does the place end in the name of an organisation? Nobody knows without a gazetteer, so all likely lengths are given.

const HAN = /^\p{Script=Han}+/u
/** Names of provinces, cities and counties have two to four characters before 省, 市, 县, 区. */
const LENGTHS = [2, 3, 4]
const ADMINISTRATIVE = /[省市州县区旗盟]/

/** The first two to four characters of a name, not reaching past an administrative suffix, without it. */
export function placePrefixes(organisation: string): string[] {
  const run = HAN.exec(organisation)?.[0] ?? ''
  const suffix = run.slice(2).search(ADMINISTRATIVE)
  const longest = suffix < 0 ? run.length : suffix + 2
  const prefixes = LENGTHS.filter((length) => length <= longest).map((length) => run.slice(0, length))
  return prefixes
}
