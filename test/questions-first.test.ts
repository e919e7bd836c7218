import { describe, expect, it } from 'vitest'
import { questionsFirst } from '../src/questions-first.ts'
import { defer } from './fixtures/deferred.ts'

const MINUTE_MS = 60_000

describe('questionsFirst', () => {
  it('lets other work wait until the last question under way is answered, well or not', async () => {
    const first = questionsFirst(MINUTE_MS)
    const [one, two] = [defer<string>(), defer<void>()]
    const said: string[] = []
    const asked = first.during(() => one.promise).then((answer) => said.push(answer))
    const failed = first
      .during(async () => {
        await two.promise
        throw new Error('failed')
      })
      .catch((error: Error) => said.push(error.message))
    const slice = first.giveWay().then(() => said.push('slice'))
    one.resolve('answered')
    await asked
    two.resolve()
    await Promise.all([failed, slice])
    expect(said).toEqual(['answered', 'failed', 'slice'])
  })

  it('sees a question that comes in at the same turn of the loop', async () => {
    const first = questionsFirst(MINUTE_MS)
    const answer = defer<void>()
    const said: string[] = []
    const slice = first.giveWay().then(() => said.push('slice'))
    const asked = first.during(() => answer.promise).then(() => said.push('answered'))
    answer.resolve()
    await Promise.all([slice, asked])
    expect(said).toEqual(['answered', 'slice'])
  })

  it('lets other work go on after its longest wait, however long a question takes', async () => {
    const first = questionsFirst(1)
    const answer = defer<void>()
    const asked = first.during(() => answer.promise)
    await first.giveWay()
    answer.resolve()
    await asked
  })
})
