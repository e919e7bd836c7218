// What does a reader see while no report is held? What to do first: hand some over, or where whoever may puts them.
import { say } from '../words/say.ts'

interface Props {
  readonly mayUpload: boolean
  /** On the machine of the service, where it tells. */
  readonly folder: string | undefined
}

export function NoReports({ mayUpload, folder }: Props) {
  return (
    <section class="no-reports" aria-label={say('noReports')}>
      <h2>{say('noReports')}</h2>
      <p>{say(mayUpload ? 'noReportsUpload' : 'noReportsAsk')}</p>
      {folder !== undefined && (
        <p class="held-fact is-reason">
          {say('reportsFolder')} <code>{folder}</code>
        </p>
      )}
    </section>
  )
}
