import type english from '../en/link.ts'
import type { Translated } from '../words.ts'

export default {
  'link.confirm': 'Ist das deine E-Mail-Adresse?',
  'link.confirm_action': 'Ja, bestätigen',
  'link.confirm_lead': 'Jemand hat mit der Adresse, an die diese Mail ging, einen Zugang angelegt.',
  'link.confirmed': 'Danke, deine Adresse ist bestätigt.',
  'link.none': 'Dieser Link führt nirgendwohin',
  'link.none_lead': 'Vielleicht ist unterwegs ein Stück verloren gegangen. Kopiere ihn ganz aus der Mail.',
  'link.provider': 'Du wirst angemeldet',
  'link.provider.confirmed': 'Es ist bestätigt, dass du es bist. Zehn Minuten lang wird nicht weiter gefragt.',
  'link.provider.failed': 'Du wurdest nicht angemeldet',
  'link.provider.failed_settings': 'Das hat nicht geklappt',
  'link.provider.linked': 'Verbunden. Von jetzt an kannst du dich auch so anmelden.',
  'link.provider.settings': 'Zurück zu den Einstellungen',
  'link.provider.sign_in': 'Zurück zur Anmeldung',
  'link.provider.step': 'Der zweite Schritt',
  'link.reset': 'Ein neues Passwort',
  'link.reset_action': 'Setzen',
  'link.reset_lead': 'Damit enden alle Anmeldungen, API-Tokens, Kalenderadressen und Passkeys deines Zugangs.',
  'link.was_reset': 'Dein neues Passwort ist gesetzt. Melde dich damit an.',
} satisfies Translated<typeof english>
