// The page at `/`: asking, searching, and reading what is cited.
import { render } from 'preact'
import './look/page.css'
import { chosenTheme, startTheme } from './look/theme.ts'
import { App } from './page/app.tsx'
import { createClient } from './service/client.ts'
import { createKeyring } from './service/keyring.ts'
import { createUploadsClient } from './service/uploads.ts'
import { chooseLanguage } from './words/say.ts'

startTheme(chosenTheme)
chooseLanguage()
const keyring = createKeyring()
const place = document.getElementById('app')
if (place) {
  const { authorise } = keyring
  render(
    <App client={createClient(authorise)} uploadsClient={createUploadsClient(authorise)} keyring={keyring} />,
    place,
  )
}
