// The page at `/d/{id}`: one report in full, its outline beside it, the range of the address lit.
import { render } from 'preact'
import './look/page.css'
import { chosenTheme, startTheme } from './look/theme.ts'
import { ReaderApp } from './page/reader-app.tsx'
import { createClient } from './service/client.ts'
import { createKeyring } from './service/keyring.ts'
import { chooseLanguage } from './words/say.ts'

startTheme(chosenTheme)
chooseLanguage()
const keyring = createKeyring()
const place = document.getElementById('app')
if (place) render(<ReaderApp client={createClient(keyring.authorise)} keyring={keyring} />, place)
