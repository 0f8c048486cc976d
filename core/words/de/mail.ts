import type english from '../en/mail.ts'
import type { Translated } from '../words.ts'

export default {
  'mail.confirm.subject': 'Bestätige deine E-Mail-Adresse',
  'mail.confirm.text':
    'Jemand, wahrscheinlich du, hat mit der Adresse {email} einen Zugang angelegt. Öffne diese Seite, um zu bestätigen, dass sie dir ' +
    'gehört:\n\n{link}\n\n' +
    'Der Link gilt einen Tag. Wenn du es nicht warst, brauchst du nichts zu tun.',
  'mail.device': '{browser} auf {system}',
  'mail.device.unknown': 'einem unbekannten Programm',
  'mail.ending': 'pyNance Planning auf {place}',
  'mail.new_device.subject': 'Eine neue Anmeldung an deinem Zugang',
  'mail.new_device.text':
    'Jemand hat sich am {moment} (UTC) mit {device} aus dem Netz {network} am Zugang {email} angemeldet, in einem Browser, der dafür ' +
    'noch nie benutzt wurde.\n\n' +
    'Wenn du es warst, brauchst du nichts zu tun. Wenn nicht, beende die Anmeldung in den Einstellungen und ändere dein ' +
    'Passwort:\n\n{link}',
  'mail.reset.subject': 'Ein neues Passwort für deinen Zugang',
  'mail.reset.text':
    'Öffne diese Seite, um für den Zugang {email} ein neues Passwort zu setzen:\n\n{link}\n\n' +
    'Der Link gilt einmal und eine Stunde lang. Alle Anmeldungen, API-Tokens, Kalenderadressen und Passkeys enden damit. Wenn du ' +
    'nicht darum gebeten hast, brauchst du nichts zu tun: Dein Passwort bleibt, wie es ist.',
  'mail.was_reset.subject': 'Dein Passwort wurde neu gesetzt',
  'mail.was_reset.text':
    'Für den Zugang {email} wurde über den Link in einer Mail ein neues Passwort gesetzt. Alle Anmeldungen, API-Tokens, ' +
    'Kalenderadressen und Passkeys sind beendet.\n\nWenn du es nicht warst, liest jemand deine Mails: Ändere zuerst das Passwort ' +
    'deines Postfachs und lass dir dann einen neuen Link schicken.',
} satisfies Translated<typeof english>
