import type english from '../en/bank.ts'
import type { Translated } from '../words.ts'

export default {
  'bank.amount_is_not_readable': 'Der Betrag „{text}“ ist keiner. Die Zeile wurde ausgelassen.',
  'bank.amount_is_not_readable.balance': ':{tag}: „{text}“ ist kein Kontostand. Der Stand des Kontos ist daraus nicht bekannt.',
  'bank.amount_is_not_readable.camt': '<Amt> „{text}“ ist kein Betrag. Der Eintrag wurde ausgelassen.',
  'bank.amount_is_not_readable.camt_direction':
    '<{tag}> sagt in <CdtDbtInd> nicht, ob es CRDT oder DBIT ist. Der Eintrag wurde ausgelassen.',
  'bank.amount_is_not_readable.camt_missing': '<{tag}> hat kein <Amt>. Der Eintrag wurde ausgelassen.',
  'bank.amount_is_not_readable.currency':
    'Der Betrag „{text}“ ist in einer anderen Währung als die übrigen, und in welcher, ist nicht gesagt. Die Zeile wurde ausgelassen.',
  'bank.amount_is_not_readable.missing': 'Die Zeile hat ein Datum und keinen Betrag. Sie wurde ausgelassen.',
  'bank.amount_is_not_readable.mt940': ':61: Der Betrag „{text}“ ist keiner. Die Buchung wurde ausgelassen.',
  'bank.amount_is_not_readable.ofx': '<{tag}> „{text}“ der Buchung „{name}“ ist kein Betrag. Sie wurde ausgelassen.',
  'bank.amount_is_not_readable.ofx_missing': 'Die Buchung „{name}“ hat kein <{tag}>. Sie wurde ausgelassen.',
  'bank.amount_is_not_readable.qif': 'Der Betrag „{text}“ (T) ist kein Betrag. Die Buchung wurde ausgelassen.',
  'bank.amount_was_rounded': 'Der Betrag „{text}“ hat mehr Nachkommastellen als seine Währung und wurde gerundet.',
  'bank.answer_does_not_fit.columns':
    'Wähle eine Spalte mit dem Datum und eine mit dem Betrag, oder je eine für Eingang und Ausgang. Empfänger und ' +
    'Verwendungszweck dürfen mehrere Spalten haben, die anderen je eine. Die Spalten wurden genommen, wie die Datei sie hat.',
  'bank.answer_does_not_fit.date_order':
    'Als „{answered, select, ymd {Jahr, Monat, Tag} dmy {Tag, Monat, Jahr} other {Monat, Tag, Jahr}}“ gelesen, sind die ' +
    'Datumsangaben dieser Datei keine Kalendertage. Gelesen wurden sie als „{found, select, ymd {Jahr, Monat, Tag} dmy {Tag, ' +
    'Monat, Jahr} other {Monat, Tag, Jahr}}“.',
  'bank.answer_does_not_fit.encoding': 'Die Zeichenkodierung „{encoding}“ gibt es nicht. Genommen wurde die der Datei.',
  'bank.balance_does_not_agree':
    'Der Kontostand ändert sich hier nicht um den Betrag („{text}“). Vielleicht fehlt eine Zeile, oder eine Spalte oder ein ' +
    'Vorzeichen ist falsch gelesen: Sieh dir die Spalten an.',
  'bank.bank_file_is_too_large': 'Diese Datei ist größer als {most, number} MiB. Exportiere einen kürzeren Zeitraum.',
  'bank.bank_reports_an_error':
    'Die Bank hat mit einem Fehler geantwortet: „{message}“ ({number}). Lade die Datei noch einmal herunter oder frag deine Bank.',
  'bank.bank_reports_an_error.number':
    'Die Bank hat mit dem Fehler „{number}“ geantwortet. Lade die Datei noch einmal herunter oder frag deine Bank.',
  'bank.currency_is_not_known': '„{currency}“ ist keine Währung. Nimm die drei Buchstaben nach ISO 4217, etwa EUR.',
  'bank.date_is_not_readable': 'Das Datum „{text}“ ist kein Kalendertag. Die Zeile wurde ausgelassen.',
  'bank.date_is_not_readable.booking_day':
    ':61: Das Valutadatum „{text}“ ist kein Kalendertag. Genommen wurde das Buchungsdatum {booked, day}.',
  'bank.date_is_not_readable.camt': '<Ntry> hat kein <BookgDt>, das ein Kalendertag ist. Der Eintrag wurde ausgelassen.',
  'bank.date_is_not_readable.missing': 'Die Zeile hat einen Betrag und kein Datum. Sie wurde ausgelassen.',
  'bank.date_is_not_readable.mt940': ':61: Das Valutadatum „{text}“ ist kein Kalendertag. Die Buchung wurde ausgelassen.',
  'bank.date_is_not_readable.ofx': '<{tag}> „{text}“ der Buchung „{name}“ ist kein Kalendertag. Sie wurde ausgelassen.',
  'bank.date_is_not_readable.ofx_missing': 'Die Buchung „{name}“ hat kein <{tag}>. Sie wurde ausgelassen.',
  'bank.date_is_not_readable.qif': 'Das Datum „{text}“ (D) ist kein Kalendertag. Die Buchung wurde ausgelassen.',
  'bank.entry_is_not_booked.camt':
    '{entries, plural, one {Ein Eintrag ab hier ist noch nicht gebucht. Eine spätere Datei zeigt, was daraus wird.} other {# Einträge ' +
    'ab hier sind noch nicht gebucht. Eine spätere Datei zeigt, was daraus wird.}}',
  'bank.entry_is_not_booked.corrected': 'Die Buchung „{name}“ wird von einer anderen berichtigt und wurde ausgelassen.',
  'bank.entry_is_not_booked.deletes': 'Die Buchung „{name}“ löscht eine andere und wurde ausgelassen.',
  'bank.entry_is_not_booked.expected':
    '{entries, plural, one {Ein Eintrag wird nur erwartet (EC, ED). Eine spätere Datei zeigt, was daraus wird.} other {# Einträge ' +
    'werden nur erwartet (EC, ED). Eine spätere Datei zeigt, was daraus wird.}}',
  'bank.entry_is_not_booked.pending':
    '{rows, plural, one {Eine Zeile ist noch nicht gebucht und wurde ausgelassen. Eine spätere Datei zeigt, was daraus wird.} other ' +
    '{# Zeilen ({lines}) sind noch nicht gebucht und wurden ausgelassen. Eine spätere Datei zeigt, was daraus wird.}}',
  'bank.entry_is_not_booked.reverted':
    '{rows, plural, one {Eine Zeile wurde rückgängig gemacht oder abgelehnt und ausgelassen: Es ist kein Geld geflossen.} other {# ' +
    'Zeilen ({lines}) wurden rückgängig gemacht oder abgelehnt und ausgelassen: Es ist kein Geld geflossen.}}',
  'bank.file_ends_too_early.csv':
    'Die letzte Zeile bricht ab und wurde ausgelassen. Lade die Datei noch einmal herunter, um alles zu haben.',
  'bank.file_ends_too_early.mt940':
    'Der Auszug, der in Zeile {begins} beginnt, endet ohne seinen Endsaldo (:62F:). Lade ihn noch einmal herunter, um alles zu haben.',
  'bank.file_ends_too_early.mt940_within':
    'Der Auszug, der in Zeile {begins} beginnt, endet ohne seinen Endsaldo (:62F:) mitten in einer Buchung, die ausgelassen wurde. ' +
    'Lade ihn noch einmal herunter, um alles zu haben.',
  'bank.file_ends_too_early.ofx': 'Die Datei endet vor </OFX>. Lade sie noch einmal herunter, um alles zu haben.',
  'bank.file_ends_too_early.ofx_within':
    'Die Datei endet vor </OFX>, mitten in einer Buchung, die ausgelassen wurde. Lade sie noch einmal herunter, um alles zu haben.',
  'bank.file_ends_too_early.qif':
    'Die letzte Buchung endet nicht mit ^. Sie wurde ausgelassen, falls ihr Betrag oder Datum abgeschnitten sein kann.',
  'bank.file_ends_too_early.xml':
    'Die Datei endet innerhalb von <{tag}> (geöffnet in Zeile {opened}). Lade sie noch einmal herunter, um alles zu haben.',
  'bank.file_holds_no_transactions': 'Die Datei enthält keine Buchungen.',
  'bank.file_holds_no_transactions.account': 'Die Datei nennt ihr Konto und enthält keine Buchungen.',
  'bank.file_holds_no_transactions.balances':
    'Das ist eine Liste von Kontoständen und enthält keine Beträge. Wähle den Download der Buchungen bei deiner Bank, oder sag, ' +
    'welche Spalte die Beträge hat.',
  'bank.file_holds_null_characters': 'Hier stehen Nullzeichen wie in einer beschädigten Datei. Was um sie herum steht, wurde gelesen.',
  'bank.file_holds_unreadable_characters': 'Einige Zeichen sind beschädigt. Gelesen wurde, was zu lesen war.',
  'bank.file_is_nested_too_deep.tags':
    '<{tag}> liegt tiefer, als irgendeine Bank schreibt: in {most, number} anderen. Hier wurde nicht weitergelesen.',
  'bank.file_is_nested_too_deep.together':
    'Hier gehören mehr Tags zusammen als in der Datei irgendeiner Bank ({most, number}). Weiter wurde nicht gelesen.',
  'bank.file_is_not_a_bank_file.compressed': 'Diese Datei ist komprimiert. Entpacke sie und wähle, was darin ist.',
  'bank.file_is_not_a_bank_file.empty': 'Diese Datei ist leer. Lade sie noch einmal herunter.',
  'bank.file_is_not_a_bank_file.excel': 'Das ist eine Excel-Arbeitsmappe. Speichere das Tabellenblatt als CSV und wähle diese Datei.',
  'bank.file_is_not_a_bank_file.pdf':
    'Das ist ein PDF, also zum Lesen für Menschen. Wähle OFX, CAMT, MT940, QIF oder CSV, wo deine Bank den Download anbietet.',
  'bank.file_is_not_a_bank_file.unknown':
    'Das ist keine Datei in OFX, QIF, CAMT, MT940 oder CSV mit Datum und Betrag. Wähle eine solche, wo deine Bank den Download ' +
    'anbietet.',
  'bank.file_is_not_a_bank_file.xml':
    'Das ist XML, aber kein Kontoauszug (camt.052, 053 oder 054). Wähle eine andere Art von Datei, wo deine Bank den Download ' +
    'anbietet.',
  'bank.file_is_not_a_bank_file.zip':
    'Das ist ein ZIP-Archiv oder eine Excel-Arbeitsmappe. Entpacke es, oder speichere das Tabellenblatt als CSV und wähle diese Datei.',
  'bank.file_must_not_hold_a_doctype':
    'Die Datei definiert einen DOCTYPE, den keine Datei einer Bank braucht und der zur Sicherheit nicht gelesen wird. Lade die Datei ' +
    'noch einmal bei deiner Bank herunter.',
  'bank.line_is_too_long':
    'Diese Zeile ist länger, als eine Zeile einer solchen Datei sein kann ({most, number} Zeichen). Sie wurde ausgelassen.',
  'bank.line_is_too_long.table':
    'Diese Zeile ist länger, als eine Zeile sein kann ({most, number} Zeichen). Die Datei wurde nicht gelesen.',
  'bank.number_is_not_used':
    'Die Zeile hat ein Datum und „{text}“ in einer nicht verwendeten Spalte, aber keinen Betrag. Sie wurde ausgelassen; sieh ' +
    'nach, ob die Spalten stimmen.',
  'bank.number_is_not_used.fee':
    'Die Zeile hat „{text}“ in einer Spalte für Gebühren. Das zählt nicht zum Betrag; schau nach, ob es dafür eine eigene Zeile gibt.',
  'bank.quote_is_out_of_place':
    'Ein Anführungszeichen öffnet hier eine Zelle und wird am Ende der Zelle nicht geschlossen. Die Datei wurde Zeile für Zeile ' +
    'gelesen.',
  'bank.row_is_a_balance': 'Diese Zeile nennt einen Kontostand („{text}“) und ist keine Buchung. Sie wurde ausgelassen.',
  'bank.row_is_a_balance.edge':
    'Diese Zeile („{text}“) ist auf den Cent genau der Kontostand {side, select, before {vor} other {nach}} den anderen und keine ' +
    'Buchung. Sie wurde ausgelassen.',
  'bank.row_is_a_balance.maybe': 'Diese Zeile („{text}“) kann ein Kontostand sein. Sie bleibt weg, bis du sagst, dass sie keiner ist.',
  'bank.row_is_a_balance.record': 'Dieser Eintrag nennt einen Kontostand („{text}“) und ist keine Buchung. Er wurde ausgelassen.',
  'bank.row_is_a_balance.sum': 'Diese Zeile („{text}“) ist die Summe anderer und keine Buchung. Sie wurde ausgelassen.',
  'bank.row_is_not_readable': '„{date}“ ist kein Datum und „{amount}“ kein Betrag. Die Zeile wurde ausgelassen.',
  'bank.row_is_not_readable.mt940': ':61: „{text}“ ist keine Buchung, wie sie in MT940 steht. Sie wurde ausgelassen.',
  'bank.row_is_not_readable.ofx': 'Eine Buchung hat weder Tag noch Betrag. Sie wurde ausgelassen.',
  'bank.row_is_not_readable.table':
    'Diese Zeile gehört zu einer anderen Tabelle der Datei, deren Spalten anders heißen. Sie wurde ausgelassen; speichere diese Tabelle ' +
    'als eigene Datei.',
  'bank.row_state_is_not_known.booked':
    '„{text}“ in der Spalte mit dem Buchungsstatus ist nicht bekannt. Zeilen damit wurden als gebucht gelesen; sieh nach, ob sie es ' +
    'sind.',
  'bank.row_state_is_not_known.kind':
    '„{text}“ könnte sagen, dass Zeilen nicht gebucht sind oder kein Geld geflossen ist. {rows, plural, one {Eine Zeile wurde als ' +
    'gebucht gelesen; sieh nach, ob sie es ist.} other {# Zeilen wurden als gebucht gelesen; sieh nach, ob sie es sind.}}',
  'bank.row_state_is_not_known.left_out':
    '„{text}“ in der Spalte mit dem Buchungsstatus ist nicht bekannt. Zeilen damit wurden ausgelassen, weil andere gebucht sind; ' +
    'wähle für diese Spalte „Nicht verwendet“, um sie zu haben.',
  'bank.row_state_is_not_known.text':
    '„{text}“ könnte sagen, dass die Zeile noch nicht gebucht ist. Sie wurde als gebucht gelesen; sieh nach, ob sie es ist.',
  'bank.row_state_is_not_known.undone':
    '„{text}“ könnte sagen, dass kein Geld geflossen ist. Die Zeile wurde als gebucht gelesen; sieh nach, ob sie es ist.',
  'bank.section_is_not_read':
    'Der Teil mit Wertpapieren (!Type:Invst) wird nicht gelesen. Gelesen werden Bank-, Bargeld- und Kartenkonten.',
  'bank.sign_is_in_doubt.name': 'Nur der Name des Saldos sagt, dass er eine Schuld ist; sieh nach, ob Eingang und Ausgang stimmen.',
  'bank.sign_is_in_doubt.neither': '„{word}“ neben „{amount}“ sagt weder Eingang noch Ausgang. Die Zeile wurde ausgelassen.',
  'bank.sign_is_in_doubt.ofx':
    'Kein Betrag dieses Auszugs hat ein Vorzeichen, und „{name}“ ist eine Belastung. Belastungen, Schecks, Zahlungen und ' +
    'Gebühren wurden als Ausgang gelesen; sieh nach, ob das stimmt.',
  'bank.sign_is_in_doubt.owed':
    'Der Saldo steigt mit dem, was hier Ausgang heißt, wie eine Schuld auf einer Kreditkarte. Die Wörter gelten, und der Saldo wurde ' +
    'als Schuld gelesen; sieh nach, ob das stimmt.',
  'bank.sign_is_in_doubt.word':
    '„{word}“ steht neben „{amount}“. Es wurde als {way, select, out {Ausgang} other {Eingang}} gelesen, wie das Wort sagt; sieh ' +
    'nach, ob das stimmt.',
  'bank.statement_is_repeated': 'Dieser Auszug des Kontos „{account}“ steht zweimal in der Datei. Er wird einmal gezählt.',
  'bank.tag_is_out_of_place.account': ':{tag}: „{text}“ nennt in einem Auszug ein zweites Mal ein Konto. Es wurde übergangen.',
  'bank.tag_is_out_of_place.closes_nothing': '</{tag}> schließt nichts.',
  'bank.tag_is_out_of_place.details': ':86: Die Angaben enden mitten in einem Feld. Was davor steht, wurde gelesen.',
  'bank.tag_is_out_of_place.instead': '</{tag}> steht, wo </{due}> hingehört (geöffnet in Zeile {opened}).',
  'bank.too_many_accounts': 'Eine Datei darf {most, number} Konten haben; dieses und die folgenden wurden ausgelassen.',
  'bank.too_many_problems':
    '{more, plural, one {# weiteres Problem dieser Art ist} other {# weitere Probleme dieser Art sind}} nicht aufgeführt.',
  'bank.too_many_transactions':
    'Eine Datei darf {most, number} Zeilen haben; die ab hier wurden ausgelassen. Exportiere einen kürzeren Zeitraum.',
} satisfies Translated<typeof english>
