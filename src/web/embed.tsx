// The page at `/embed`: the conversation alone, for a frame on another page.
import './look/page.css'
import { mountConversation } from './conversation/mount.tsx'

const place = document.getElementById('app')
if (place) mountConversation(place, { compact: true })
