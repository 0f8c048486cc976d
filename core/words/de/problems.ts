import type english from '../en/problems.ts'
import type { Translated } from '../words.ts'

export default {
  'problems.account_is_not_in_the_plan': 'Dieses Konto gibt es im Plan nicht. Wähle ein anderes oder das Hauptkonto.',
  'problems.account_kind_does_not_fit':
    'Abrechnungen und ihre Zahlungen gehören zu einer Karte. Lass sie weg oder mach dieses Konto zu einer Karte.',
  'problems.account_kind_does_not_fit.cash': 'Bargeld bringt keine Zinsen. Lass sie weg oder wähle eine andere Art von Konto.',
  'problems.amount_is_too_large': 'Ein Betrag liegt innerhalb von ±900.000.000.000.000 kleinsten Einheiten.',
  'problems.amount_is_too_large.sum':
    'Die Beträge dieses Plans ergeben zusammen mehr, als sich genau rechnen lässt. Schau weniger weit voraus oder senke die größten ' +
    'Beträge.',
  'problems.amount_must_be_a_whole_number': 'Ein Betrag ist eine ganze Zahl kleinster Einheiten, etwa Cent.',
  'problems.amount_must_not_be_negative': 'Dieser Betrag muss mindestens 0 sein.',
  'problems.amount_must_not_be_negative.fixed': 'Ein fester Betrag muss mindestens 0 sein.',
  'problems.amount_range_is_reversed': 'Der kleinste Betrag liegt über dem größten.',
  'problems.amount_range_needs_both_ends': 'Eine Spanne hat einen kleinsten und einen größten Betrag. Gib beide an oder keinen.',
  'problems.answer_is_not_readable':
    'Die Antwort des Servers war nicht zu verstehen; vielleicht hat er eine andere Version als diese Seite. Was du geändert hast, ' +
    'bleibt erhalten. Lade die Seite neu.',
  'problems.answer_is_too_large.bytes':
    '{what, select, table {Diese Tabelle} journal {Dieses Journal} other {Diese Antwort}} hätte {count, number} Bytes; höchstens ' +
    '{most, number} sind möglich. Nimm weniger Zeilen oder gib ihnen kürzere Namen.',
  'problems.answer_is_too_large.bytes_nearer':
    '{what, select, table {Diese Tabelle} journal {Dieses Journal} other {Diese Antwort}} hätte {count, number} Bytes; höchstens ' +
    '{most, number} sind möglich. Schau weniger weit voraus, etwa bis zum {until, day}.',
  'problems.answer_is_too_large.calendar':
    'Dieser Kalender würde {dates, number} Termine nennen, ein Ereignis als zwanzig gezählt; höchstens {most, number} sind möglich. ' +
    'Gib weniger Terminen einen eigenen Betrag oder weniger Zeilen einen Rhythmus.',
  'problems.answer_is_too_large.list':
    'Die abgelehnten Vorschläge und anfänglichen Töpfe all deiner Pläne haben zusammen {bytes, number} Bytes; aufgelistet werden ' +
    'höchstens {most, number}. Lösche Pläne oder leere diese Listen; jeder Plan ist weiterhin über seine ID zu lesen.',
  'problems.answer_is_too_large.movements':
    '{what, select, table {Diese Tabelle} journal {Dieses Journal} other {Diese Antwort}} hätte {count, number} Bewegungen; höchstens ' +
    '{most, number} sind möglich. Nimm weniger Zeilen oder gib ihnen kürzere Namen.',
  'problems.answer_is_too_large.movements_nearer':
    '{what, select, table {Diese Tabelle} journal {Dieses Journal} other {Diese Antwort}} hätte {count, number} Bewegungen; höchstens ' +
    '{most, number} sind möglich. Schau weniger weit voraus, etwa bis zum {until, day}.',
  'problems.at_line': 'Zeile {line}: {text}',
  'problems.body_is_not_readable': 'Der Inhalt der Anfrage ist kein JSON in UTF-8.',
  'problems.body_is_not_readable.object': 'Sende ein JSON-Objekt.',
  'problems.body_is_too_large': 'Der Inhalt einer Anfrage hat hier höchstens {most} Bytes.',
  'problems.body_is_too_large.chosen':
    'Diese Datei ist größer, als eine Datei mit Plänen sein kann. Wähle die .json-Datei, die beim Exportieren entstanden ist.',
  'problems.body_is_too_large.members': 'Ein Objekt im Inhalt einer Anfrage hat hier höchstens {most} Felder: Sende weniger auf einmal.',
  'problems.body_is_too_large.wrong': 'Dieser Inhalt ist an mehr Stellen falsch, als sich nennen lassen: Sende weniger auf einmal.',
  'problems.body_is_too_large.plan_file': 'Diese Datei ist größer, als eine Datei mit Plänen sein kann (64 MiB).',
  'problems.body_must_be_json': 'Sende den Inhalt als application/json in UTF-8.',
  'problems.change_date_is_used_twice': 'Von diesem Tag an gelten zwei Änderungen. Mach eine daraus.',
  'problems.change_has_no_dates.between':
    'Zwischen dem {from, day} und dem {until, day}, von dem an etwas anderes gilt, liegt kein Termin. Lass eine der beiden Änderungen ' +
    'weg oder leg sie auf einen anderen Tag.',
  'problems.change_has_no_dates.ended':
    'Am {from, day} oder später kommt kein Termin dieser Zeile mehr. Der letzte ist am {last, day}. Lass die Änderung weg oder lass ' +
    'die Zeile weiterlaufen.',
  'problems.change_has_no_dates.none':
    'Am {from, day} oder später kommt kein Termin dieser Zeile. Lass die Änderung weg oder lass die Zeile weiterlaufen.',
  'problems.change_needs_a_schedule':
    'Was nur einmal oder an keinem Tag fällig ist, hat keine späteren Termine, die anders sein könnten. Lass es sich wiederholen ' +
    'oder lass seine Änderungen weg.',
  'problems.change_says_nothing': 'Gib an, was von diesem Tag an anders ist: Betrag, Spanne, Fälligkeit oder Rhythmus.',
  'problems.confidence_must_be_from_0_to_1': 'Die Sicherheit liegt zwischen 0 und 1.',
  'problems.code_is_wrong':
    'Dieser Code stimmt nicht. Die App zeigt jede halbe Minute einen neuen; ein Wiederherstellungscode gilt einmal.',
  'problems.code_is_wrong.used': 'Dieser Code ist schon benutzt. Warte, bis die App den nächsten zeigt.',
  'problems.connection_is_down': 'Der Server war nicht erreichbar. Prüfe die Verbindung und versuch es noch einmal.',
  'problems.connection_is_down.not_whole': 'Es ist nicht vollständig angekommen. Auf diesem Gerät ist es noch; versuch es noch einmal.',
  'problems.connection_is_down.short': 'Der Server war nicht erreichbar.',
  'problems.currency_change_would_lose_digits': 'In {currency} gehen diese Beträge nicht genau auf: {rows}. Runde sie zuerst.',
  'problems.currency_is_not_known': 'Nimm die drei Buchstaben einer Währung nach ISO 4217, etwa EUR.',
  'problems.date_must_be_a_calendar_day': 'Ein Datum ist ein Kalendertag, geschrieben JJJJ-MM-TT.',
  'problems.email_is_not_valid': 'Gib eine E-Mail-Adresse an, etwa name@example.org.',
  'problems.email_is_taken': 'Mit dieser E-Mail-Adresse gibt es schon einen Zugang. Melde dich an oder nimm eine andere Adresse.',
  'problems.email_is_taken.link_first':
    'Mit dieser E-Mail-Adresse gibt es schon einen Zugang. Melde dich dort mit dem Passwort an und verbinde dann {provider} in den ' +
    'Einstellungen.',
  'problems.email_or_password_is_wrong': 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  'problems.field_is_not_known.among': 'Dieses Feld gibt es hier nicht. Es gibt {names}.',
  'problems.field_is_not_known.nearest': 'Dieses Feld gibt es hier nicht. Am nächsten kommt: {name}.',
  'problems.file_is_from_a_newer_version':
    'Diese Datei stammt von einer neueren Version ({version}; diese hier liest bis {known}). Aktualisiere und importiere sie ' +
    'dann noch einmal.',
  'problems.file_is_not_a_plan_file':
    'Das ist keine aus pyNance Planning exportierte Datei mit Plänen, oder sie ist beschädigt. Wähle die .json-Datei, die beim ' +
    'Exportieren entstanden ist.',
  'problems.has_the_wrong_type':
    'Das muss {type, select, int {eine ganze Zahl} number {eine Zahl} string {ein Text} boolean {true oder false} array {eine Liste} ' +
    'object {ein Objekt} record {ein Objekt} other {von anderer Art}} sein.',
  'problems.host_is_not_allowed':
    'Dieser Server antwortet nicht unter diesem Hostnamen. Wer ihn betreibt, kann den Namen in ALLOWED_HOSTS eintragen.',
  'problems.id_is_taken': 'Ein anderer Plan hat diese ID. Wähle eine andere.',
  'problems.id_is_used_twice': 'Zwei Zeilen dieser Liste haben diese ID. Gib jeder ihre eigene.',
  'problems.id_is_used_twice.plans': 'Zwei Pläne der Datei haben dieselbe ID.',
  'problems.is_required': 'Diese Angabe fehlt.',
  'problems.is_required.field': 'Eine neue Zeile braucht das Feld {field}.',
  'problems.is_required.list': 'Sende die ganze Liste {collection} oder eine leere.',
  'problems.is_required.payment': 'Das steht nicht mehr im Plan.',
  'problems.is_required.plan_name': 'Ein Plan braucht einen Namen.',
  'problems.is_required.row': 'Diese Zeile steht nicht im Plan. Füge sie zuerst hinzu.',
  'problems.link_is_not_valid': 'Dieser Link gilt nicht mehr: Er ist schon benutzt, oder seine Zeit ist um. Lass dir einen neuen schicken.',
  'problems.mail_is_not_sent': 'Dieser Server verschickt keine Mails. Wer ihn betreibt, kann ein neues Passwort setzen.',
  'problems.mail_is_not_sent.confirmed': 'Deine Adresse ist schon bestätigt.',
  'problems.merge_has_clashes':
    '{clashes, plural, one {Eine Sache wurde in beiden Plänen geändert. Wähle, welche von beiden gilt.} other {# Dinge wurden in ' +
    'beiden Plänen geändert. Wähle für jedes, was gilt.}}',
  'problems.method_is_not_allowed': 'Dieser Pfad kennt {methods}.',
  'problems.must_be_a_uuid': 'Eine ID ist eine UUID, etwa 3f2b8c1e-5a4d-4e6f-8a9b-0c1d2e3f4a5b.',
  'problems.must_be_a_uuid.idempotency_key': 'Idempotency-Key muss eine UUID sein, für jede Änderung eine andere.',
  'problems.must_be_confirmed.by_passkey':
    'Melde dich ab und mit deinem Passkey wieder an, mit Finger, Gesicht oder PIN. Das gilt dann zehn Minuten.',
  'problems.must_be_confirmed': 'Bestätige zuerst über {provider}, dass du es bist. Das gilt dann zehn Minuten.',
  'problems.must_be_one_of': 'Möglich ist hier: {choices}.',
  'problems.must_be_signed_in': 'Melde dich zuerst an.',
  'problems.must_be_signed_in.again': 'Das hat zu lange gedauert, oder zu viele Codes waren falsch. Melde dich noch einmal von vorn an.',
  'problems.must_be_signed_in.gone': 'Diesen Zugang gibt es nicht mehr.',
  'problems.must_be_signed_in.own_first':
    'Melde dich in den Einstellungen ab: Dort wirst du zuerst nach etwas gefragt, das nur hier liegt.',
  'problems.must_be_signed_in.token': 'Melde dich an oder sende ein Token, das noch gilt.',
  'problems.name_is_taken': 'Ein anderer Plan heißt schon so. Wähle einen anderen Namen.',
  'problems.name_is_taken.in_file': 'Zwei Pläne der Datei heißen gleich.',
  'problems.name_is_used_twice': 'Zwei Ziele heißen so. Gib jedem seinen eigenen Namen.',
  'problems.not_allowed_with_a_token.accounts': 'Zugänge werden in einer Sitzung geändert. Lass den Authorization-Header weg.',
  'problems.not_allowed_with_a_token.tokens': 'Tokens werden in einer Sitzung erstellt und widerrufen. Melde dich mit deinem Passwort an.',
  'problems.not_found': 'Hier ist nichts.',
  'problems.not_found.calendar': 'Diesen Kalender gibt es nicht.',
  'problems.not_found.choose_plan': 'Es ist kein Plan geöffnet. Wähle einen oder lege einen neuen an.',
  'problems.not_found.no_plan_open': 'Es ist kein Plan geöffnet.',
  'problems.not_found.plan': 'Diesen Plan gibt es nicht.',
  'problems.not_found.session': 'Diese Anmeldung gibt es nicht. Vielleicht ist sie schon beendet.',
  'problems.not_found.passkey': 'Diesen Passkey gibt es nicht.',
  'problems.not_found.token': 'Dieses Token gibt es nicht.',
  'problems.origin_is_not_allowed': 'Diese Änderung kam von einer fremden Website.',
  'problems.origin_is_not_allowed.missing': 'Eine Änderung mit Cookie braucht einen Origin-Header mit der Adresse dieses Servers.',
  'problems.part.balance': 'der Kontostand',
  'problems.part.floor': 'der Mindeststand',
  'problems.part.more': '{count, plural, one {noch einer} other {# weitere}}',
  'problems.passkey_is_not_accepted':
    'Dieser Passkey wurde nicht angenommen. Melde dich anders an, entferne ihn dann und füge ihn neu hinzu.',
  'problems.passkey_is_not_accepted.called_off':
    'Das wurde abgebrochen, hat zu lange gedauert, oder es gibt auf diesem Gerät keinen Passkey für hier. Nichts hat sich geändert.',
  'problems.passkey_is_not_accepted.cannot':
    'Der Browser konnte das mit diesem Gerät oder Schlüssel nicht. Nimm einen anderen, oder melde dich anders an.',
  'problems.passkey_is_not_accepted.not_made':
    'Der Passkey, den der Browser erstellt hat, wurde nicht angenommen. Es kam nichts hinzu; versuche es noch einmal.',
  'problems.passkey_is_not_accepted.not_offered':
    'Unter dieser Adresse gehen Passkeys nicht. Sie brauchen https und einen Namen, oder http://localhost auf diesem Gerät.',
  'problems.passkey_is_not_accepted.too_late':
    'Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginne noch einmal.',
  'problems.passkey_is_not_accepted.unknown':
    'Dieser Passkey meldet hier niemanden an. Vielleicht wurde er entfernt; melde dich anders an.',
  'problems.password_is_too_common':
    'Dieses Passwort wird mit als Erstes erraten: bekannte Wörter oder Sätze, Wiederholungen, eine Reihe der Tastatur, deine ' +
    'E-Mail-Adresse oder der Name dieses Programms, egal welche Ziffern und Zeichen dazukommen. Wähle ein paar eigene Wörter.',
  'problems.password_is_too_long': 'Ein Passwort hat höchstens {most, number} Zeichen.',
  'problems.password_is_too_long.this': 'Ein Passwort hat höchstens {most, number} Zeichen; dieses hat {characters}.',
  'problems.password_is_too_short':
    'Ein Passwort hat mindestens {least} Zeichen; dieses hat {characters}. Ein paar Wörter, die niemand zusammenstellen würde, sind ' +
    'leicht zu merken.',
  'problems.password_is_wrong': 'Das ist nicht das Passwort deines Zugangs.',
  'problems.percent_must_be_from_0_to_100': 'Ein Prozentsatz ist eine ganze Zahl von 0 bis 100.',
  'problems.percents_must_not_exceed_100.balance':
    'Die Prozentsätze ergeben zusammen {total}. Senke sie um {over}, damit es höchstens 100 sind.',
  'problems.percents_must_not_exceed_100.income':
    'Die Prozentsätze jeder Einnahme ergeben zusammen {total}. Senke sie um {over}, damit es höchstens 100 sind.',
  'problems.percents_must_not_exceed_100.together': 'Die Prozentsätze ergeben zusammen mehr als 100. Senke sie.',
  'problems.plan_is_too_large':
    'Dieser Plan hätte {bytes, number} Bytes; ein Plan hat höchstens {most, number}. Entferne Zeilen, oder vergangene Termine aus ' +
    'ihren Listen.',
  'problems.plans_are_not_related': 'Keiner dieser Pläne ist vom anderen abgezweigt, es gibt also nichts zu übernehmen.',
  'problems.projection_too_large':
    'Das sind {count, number} {what, select, payments {Zahlungen} dates {Termine, die durchzugehen wären} other {Anteile von ' +
    'Zahltagen}}; zusammen berechnet werden höchstens {most, number}. Nimm weniger Zeilen, oder lass sie sich seltener wiederholen ' +
    'und später beginnen.',
  'problems.projection_too_large.nearer':
    'Das sind {count, number} {what, select, payments {Zahlungen} dates {Termine, die durchzugehen wären} other {Anteile von ' +
    'Zahltagen}}; zusammen berechnet werden höchstens {most, number}. Schau weniger weit voraus, etwa bis zum {until, day}.',
  'problems.provider_did_not_confirm':
    '{provider} hat nicht bestätigt, wer du bist. Fang noch einmal an; hilft das nicht, sag es dem, der diesen Server betreibt.',
  'problems.provider_did_not_confirm.called_off': 'Die Anmeldung bei {provider} wurde abgebrochen. Es hat sich nichts geändert.',
  'problems.provider_did_not_confirm.no_address':
    '{provider} hat deine E-Mail-Adresse nicht genannt, die ein Zugang hier braucht. Erlaube es dort oder lege einen Zugang mit ' +
    'Passwort an.',
  'problems.provider_did_not_confirm.not_asked':
    '{provider} hat dich durchgelassen, ohne zu fragen. Melde dich dort ab und bestätige dann noch einmal.',
  'problems.provider_did_not_confirm.not_offered': 'Hier meldet man sich nur mit Passwort an.',
  'problems.provider_did_not_confirm.somebody_else':
    'Du hast dich bei {provider} als jemand anderes angemeldet. Melde dich dort als die Person an, mit der dieser Zugang verbunden ist.',
  'problems.provider_did_not_confirm.too_late':
    'Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Fang noch einmal an.',
  'problems.provider_does_not_answer':
    '{provider} antwortet gerade nicht oder nicht so, wie es soll. Versuch es in einer Minute wieder oder melde dich mit deinem ' +
    'Passwort an.',
  'problems.revision_is_stale':
    'Dieser Plan wurde inzwischen geändert: Er hat jetzt Fassung {revision}. Lies ihn neu und wiederhole die Änderung.',
  'problems.revision_is_stale.from':
    'Der Plan, aus dem Änderungen übernommen werden sollen, wurde inzwischen geändert: Er hat jetzt Fassung {revision}. Sieh sie ' +
    'dir noch einmal an.',
  'problems.rrule_is_not_readable.dates': 'Termine werden JJJJMMTT geschrieben, mehrere durch Kommas getrennt.',
  'problems.rrule_is_not_readable.frequency': 'FREQ ist DAILY, WEEKLY, MONTHLY oder YEARLY.',
  'problems.rrule_is_not_readable.lines': 'Hier werden nur RRULE, DTSTART, RDATE und EXDATE gelesen.',
  'problems.rrule_is_not_readable.month_days': 'BYMONTHDAY sind Tage von 1 bis 31 oder von -1 bis -31.',
  'problems.rrule_is_not_readable.months': 'BYMONTH sind Monate von 1 bis 12.',
  'problems.rrule_is_not_readable.no_frequency': 'Eine Regel sagt, wie oft sie sich wiederholt, etwa FREQ=MONTHLY.',
  'problems.rrule_is_not_readable.number': '{part} ist eine ganze Zahl von 1 bis {most, number}.',
  'problems.rrule_is_not_readable.parts': 'Eine Regel besteht aus Teilen wie FREQ=MONTHLY mit Semikolons dazwischen, jeder Teil einmal.',
  'problems.rrule_is_not_readable.places': 'BYSETPOS sind Stellen von 1 bis 366 oder von -1 bis -366.',
  'problems.rrule_is_not_readable.two_ends': 'Eine Regel endet mit COUNT oder mit UNTIL, nicht mit beidem.',
  'problems.rrule_is_not_readable.unknown_part': 'RFC 5545 kennt keinen solchen Teil.',
  'problems.rrule_is_not_readable.until': 'UNTIL ist ein Datum, geschrieben JJJJMMTT.',
  'problems.rrule_is_not_readable.week_start': 'WKST ist ein Wochentag wie MO.',
  'problems.rrule_is_not_readable.weekdays': 'BYDAY sind Wochentage wie MO, 2TU oder -1FR.',
  'problems.rrule_is_too_long': 'Eine Regel wird bis {most, number} Zeichen gelesen.',
  'problems.rrule_part_is_not_supported.calendar': 'Andere Kalender als der gregorianische (RSCALE) lassen sich nicht behalten.',
  'problems.rrule_part_is_not_supported.daily': 'Nach Tagen nennt eine Regel hier keine Tage. Wiederhole sie nach Wochen oder Monaten.',
  'problems.rrule_part_is_not_supported.days_of_years':
    'Tage aller Monate in jedem zweiten Jahr oder seltener lassen sich nicht behalten. Nenne den Monat mit BYMONTH.',
  'problems.rrule_part_is_not_supported.endless':
    'Diese Regel geht ohne Ende weiter und hat mehr Termine neben sich, als ihr genommen werden. Behalte diese Termine als eigene ' +
    'Zeilen.',
  'problems.rrule_part_is_not_supported.exrule':
    'Eine Regel, die Termine wegnimmt, lässt sich nicht behalten. Nenne die Termine in EXDATE.',
  'problems.rrule_part_is_not_supported.mixed_days':
    'Wochentage und Tage des Monats in einer Regel (BYDAY mit BYMONTHDAY) lassen sich nicht behalten.',
  'problems.rrule_part_is_not_supported.nth_weekday':
    'Nur eine Regel nach Monaten oder Jahren nennt den ersten, zweiten oder letzten eines Wochentags.',
  'problems.rrule_part_is_not_supported.places':
    'BYSETPOS lässt sich für den letzten Tag eines Monats behalten, für einen Wochentag wie den zweiten Dienstag und für den Werktag ' +
    'neben einem Tag.',
  'problems.rrule_part_is_not_supported.places_of_months': 'Durch ein Jahr gezählte Stellen (BYSETPOS) lassen sich nicht behalten.',
  'problems.rrule_part_is_not_supported.places_of_year':
    'Durch ein Jahr gezählte Stellen (BYSETPOS) lassen sich nicht behalten. Nenne den Monat mit BYMONTH.',
  'problems.rrule_part_is_not_supported.skip': 'Was in einem Monat ohne den Tag gilt (SKIP), lässt sich nicht aus einer Regel lesen.',
  'problems.rrule_part_is_not_supported.time_of_day': 'Termine sind hier ganze Tage. Lass {part} weg.',
  'problems.rrule_part_is_not_supported.two_rules': 'Eine Ausgabe oder Einnahme hat nur eine Regel. Behalte eine davon.',
  'problems.rrule_part_is_not_supported.uneven_months':
    'Monate lassen sich behalten, wenn es einer im Jahr ist oder sie gleich weit auseinander liegen wie März, Juni, September und ' +
    'Dezember.',
  'problems.rrule_part_is_not_supported.utc':
    'Eine Zeit in UTC sagt nicht, welcher Tag es hier ist. Schreib die Tage von {part} als JJJJMMTT.',
  'problems.rrule_part_is_not_supported.utc_until':
    'Eine Zeit in UTC sagt nicht, welcher Tag es hier ist. Schreib den letzten Tag als UNTIL=JJJJMMTT.',
  'problems.rrule_part_is_not_supported.week_number': 'Durch das Jahr gezählte Wochen (BYWEEKNO) lassen sich nicht behalten.',
  'problems.rrule_part_is_not_supported.week_start': 'Wochen beginnen hier am Montag, und diese Regel hätte dann andere Termine.',
  'problems.rrule_part_is_not_supported.weekdays_of_year':
    'Durch ein Jahr gezählte Wochentage lassen sich nicht behalten. Nenne den Monat mit BYMONTH.',
  'problems.rrule_part_is_not_supported.weekly': 'Nach Wochen lassen sich nur Wochentage nennen, nicht {part}.',
  'problems.rrule_part_is_not_supported.within_a_day': 'Eine Regel wiederholt sich höchstens täglich.',
  'problems.rrule_part_is_not_supported.year_day':
    'Durch das Jahr gezählte Tage (BYYEARDAY) lassen sich nicht behalten. Nenne einen Monat und seinen Tag.',
  'problems.safety_days_must_be_from_1_to_3660': 'Die Tage im Blick sind eine ganze Zahl von 1 bis 3660.',
  'problems.schedule_count_is_not_valid': 'Ein Rhythmus endet nach 1 bis {most, number} Terminen.',
  'problems.schedule_day_is_not_valid':
    'Ein Tag ist ein Tag des Monats (1 bis 31, oder -1 für den letzten) oder ein Wochentag wie MO, 2TU oder -1FR.',
  'problems.schedule_days_do_not_fit_the_unit.day':
    'Ein Rhythmus nach Tagen nennt keine Tage. Lass sie weg, oder wiederhole nach Wochen oder Monaten.',
  'problems.schedule_days_do_not_fit_the_unit.month':
    'Nenne bei Monaten Tage wie 15 oder -1 (den letzten) oder Wochentage wie 2TU oder -1FR.',
  'problems.schedule_days_do_not_fit_the_unit.week': 'Nenne bei Wochen Wochentage wie MO oder FR.',
  'problems.schedule_days_do_not_fit_the_unit.year':
    'Nenne bei Jahren Tage aus dem Monat der Fälligkeit wie 15 oder -1 (den letzten) oder Wochentage wie 2TU oder -1FR.',
  'problems.schedule_days_must_be_of_one_kind': 'Nenne entweder Tage des Monats oder Wochentage, nicht beides.',
  'problems.schedule_every_is_not_valid': 'Ein Rhythmus wiederholt sich alle 1 bis {most} Tage, Wochen, Monate oder Jahre.',
  'problems.schedule_has_no_dates': 'Ab dem {anchor, day} passt kein Tag zu dieser Regel. Ändere ihre Tage oder den Tag, an dem sie endet.',
  'problems.schedule_has_no_dates.later': 'Von diesem Tag an bleibt kein Termin dieser Regel übrig.',
  'problems.schedule_has_no_dates.rule': 'Von dieser Regel bleibt kein Tag übrig.',
  'problems.schedule_has_no_such_date': 'Der {date, day} ist keiner der Termine dieser Zeile.',
  'problems.schedule_has_no_such_date.to_pause': 'Zwischen dem {from, day} und dem {to, day} liegt kein Termin, der noch offen ist.',
  'problems.schedule_names_several_days':
    'Diese Regel nennt mehrere Tage, und zwei davon würden zusammenfallen oder die Plätze tauschen. Verschiebe nur diesen Termin oder ' +
    'ändere die Tage der Regel.',
  'problems.schedule_needs_a_due_date': 'Ein Rhythmus zählt von der Fälligkeit an. Gib eine an oder lass den Rhythmus weg.',
  'problems.schedule_would_have_other_dates.amounts':
    'Termine mit zwei verschiedenen Beträgen würden die Plätze tauschen. Verschiebe nur diesen Termin oder weniger weit.',
  'problems.schedule_would_have_other_dates.before':
    'Termine vor dem {date, day} lägen dann zwischen den späteren. Verschiebe nur diesen Termin oder weniger weit.',
  'problems.schedule_would_have_other_dates.behind':
    'Termine lägen dann hinter dem {date, day}, von dem an diese Zeile anders fällig ist. Verschiebe nur diesen Termin oder weniger ' +
    'weit.',
  'problems.schedule_would_have_other_dates.changed_row':
    'Diese Zeile ist von einem Tag an anders fällig, ihre Termine sind also nicht alle von einer Art. Verschiebe nur diesen Termin ' +
    'oder ihn und alle späteren.',
  'problems.schedule_would_have_other_dates.short_months':
    'Nicht jeder Monat hat so einen Tag, also gingen Termine verloren oder kämen dazu. Verschiebe nur diesen Termin oder ändere die ' +
    'Tage der Regel.',
  'problems.second_factor_is_otherwise': 'Der zweite Schritt ist inzwischen ein- oder ausgeschaltet worden. Lade die Seite neu.',
  'problems.server_is_busy': 'Der Server hat gerade Schwierigkeiten. Es wird gleich noch einmal versucht.',
  'problems.server_is_busy.account':
    'Für diesen Zugang wird schon so viel berechnet, wie auf einmal geht. Warte einen Moment und frag dann noch einmal.',
  'problems.server_is_busy.door': 'Der Server ist gerade überlastet. Es wurde nichts begonnen. Versuch es in ein paar Sekunden wieder.',
  'problems.server_is_busy.files':
    'Dieser Server hat zu viele Dateien geöffnet.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist es ' +
    'trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich noch ' +
    'einmal.} other {}}',
  'problems.server_is_busy.locked':
    'Derselbe Plan wird gerade schon geändert.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist ' +
    'es trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es ' +
    'gleich noch einmal.} other {}}',
  'problems.server_is_busy.signing_in':
    'Gerade melden sich zu viele an. Es wurde nichts versucht; versuch es in {seconds, plural, one {einer Sekunde} other {# ' +
    'Sekunden}} wieder.',
  'problems.server_is_busy.stopping': 'Dieser Server wird gerade beendet.',
  'problems.sign_up_is_closed': 'Hier werden keine neuen Zugänge angelegt. Frag, wer diesen Server betreibt.',
  'problems.storage_is_full': 'Auf diesem Gerät ist kein Platz mehr dafür. Schaff etwas Platz oder exportiere deine Pläne in eine Datei.',
  'problems.storage_is_full.server':
    'Der Datenträger der Datenbank ist voll.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist es ' +
    'trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich noch ' +
    'einmal.} other {}}',
  'problems.storage_is_not_available':
    'Der Browser hat es nicht gespeichert. Versuch es noch einmal oder exportiere deine Pläne in eine Datei.',
  'problems.storage_is_not_available.connections':
    'Die Datenbank hat keine Verbindung mehr frei.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist ' +
    'es trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich ' +
    'noch einmal.} other {}}',
  'problems.storage_is_not_available.disk':
    'Die Datenbank kann ihren Datenträger nicht lesen oder beschreiben.{outcome, select, read { Versuch es gleich noch einmal.} ' +
    'unknown { Vielleicht ist es trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts ' +
    'gespeichert. Versuch es gleich noch einmal.} other {}}',
  'problems.storage_is_not_available.memory':
    'Der Datenbank fehlt Arbeitsspeicher.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist es ' +
    'trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich noch ' +
    'einmal.} other {}}',
  'problems.storage_is_not_available.newer':
    'In diesem Browser wurde eine neuere Version von pyNance geöffnet. Lade diese Seite neu, um weiterzumachen.',
  'problems.storage_is_not_available.no_answer':
    'Die Datenbank antwortet nicht.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist es trotzdem ' +
    'gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich noch einmal.} ' +
    'other {}}',
  'problems.storage_is_not_available.private':
    'Dieser Browser behält nichts für diese Seite (ein privates Fenster?). Exportiere deine Pläne, bevor du den Tab schließt.',
  'problems.storage_is_not_available.read_only':
    'Die Datenbank nimmt gerade keine Änderungen an.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist ' +
    'es trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich ' +
    'noch einmal.} other {}}',
  'problems.storage_is_not_available.slow':
    'Die Datenbank hat zu lange gebraucht.{outcome, select, read { Versuch es gleich noch einmal.} unknown { Vielleicht ist es ' +
    'trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} unstored { Es wurde nichts gespeichert. Versuch es gleich noch ' +
    'einmal.} other {}}',
  'problems.target_is_malformed':
    'Der Zweck einer Rücklage ist „bill:“ und die ID einer Ausgabe, „savings:“ und ein Name oder „goal:“ und ein Name, höchstens ' +
    '160 Zeichen.',
  'problems.target_names_no_bill':
    'Diese Rücklage ist für eine Ausgabe, die nicht im Plan steht. Wähle einen anderen Zweck oder behalte die Ausgabe.',
  'problems.text_is_too_long': 'Dieser Text ist zu lang.',
  'problems.text_must_not_be_blank': 'Schreib hier mindestens ein Zeichen.',
  'problems.text_must_not_hold_control_characters': 'Lass Zeilenumbrüche, Tabulatoren und andere Steuerzeichen weg.',
  'problems.token_is_read_only': 'Dieses Token darf lesen, aber nicht schreiben. Erstelle eines, das schreiben darf.',
  'problems.too_many_changes': 'Eine Zeile kann höchstens {most, number} Änderungen ab einem Datum haben.',
  'problems.too_many_changes.past':
    'Eine Zeile kann höchstens {most, number} Änderungen ab einem Datum haben. Lass die weg, die vorbei sind.',
  'problems.too_many_dates': 'Hier können höchstens {most, number} Termine stehen.',
  'problems.too_many_dates.beside_rule': 'Neben einer Regel werden höchstens {most, number} Termine behalten.',
  'problems.too_many_dates.of_row':
    'Eine Zeile hat für höchstens {most, number} Termine etwas Eigenes. Ändere stattdessen alle Termine von einem an.',
  'problems.too_many_dates.without_rule': 'Eine Zeile behält höchstens {most, number} Termine, die keine Regel ergibt.',
  'problems.too_many_feeds': 'Ein Plan hat höchstens {most, number} Kalenderadressen. Widerrufe eine, die du nicht mehr brauchst.',
  'problems.too_many_runs':
    'Diesen Plan {runs, number}-mal durchzurechnen ist zu viel. Verlange höchstens {most, number} Durchläufe, oder sieh weniger weit ' +
    'voraus.',
  'problems.too_many_plans_to_compare': 'Nenne zwei bis {most, number} verschiedene Pläne, ihre IDs durch Kommas getrennt.',
  'problems.too_many_requests': 'Zu viele Anfragen. Versuch es in {seconds, plural, one {einer Sekunde} other {# Sekunden}} wieder.',
  'problems.too_many_requests.mails':
    'Für den Augenblick sind genug Mails verschickt. Sieh in dein Postfach, auch in den Spam-Ordner, oder versuche es in {minutes, ' +
    'plural, one {einer Minute} other {# Minuten}} wieder.',
  'problems.too_many_requests.pages': 'Zu viele Seiten warten schon auf Änderungen. Diese hier liest sie, sobald du sie ansiehst.',
  'problems.too_many_requests.tries': 'Zu viele Versuche. Versuch es in {minutes, plural, one {einer Minute} other {# Minuten}} wieder.',
  'problems.too_many_requests.waiting':
    'Von deinem Zugang warten zu viele Anfragen. Es wurde nichts begonnen. Versuch es in ein paar Sekunden wieder.',
  'problems.too_many_rows': 'Diese Liste hat mehr Zeilen, als ein Plan haben darf.',
  'problems.too_many_rows.of_list':
    'Ein Plan hat höchstens {most, number} {collection, select, bills {Ausgaben} incomes {Einnahmen} allocations {Rücklagen} ' +
    'accounts {Konten} transfers {Umbuchungen} other {Ziele}}.',
  'problems.too_many_scenarios':
    '{holder, select, device {Auf diesem Gerät gibt es} other {Ein Zugang hat}} höchstens {most, number} Pläne, die in den letzten ' +
    '{days} Tagen gelöschten mitgezählt.',
  'problems.too_many_passkeys': 'Du hast {most, number} Passkeys, mehr sind nicht möglich. Entferne einen, den du nicht mehr brauchst.',
  'problems.too_many_tokens': 'Du hast {most, number} Tokens, mehr sind nicht möglich. Widerrufe eines, das du nicht mehr brauchst.',
  'problems.transfer_needs_two_accounts': 'Geld geht von einem Konto auf ein anderes. Wähle für eines der beiden ein anderes.',
  'problems.transfer_needs_two_accounts.card': 'Eine Karte kann nicht von sich selbst bezahlt werden. Wähle ein anderes Konto.',
  'problems.typed_amount.divides_by_zero': 'Hier wird durch null geteilt. Ändere den Teiler.',
  'problems.typed_amount.not_a_sum': 'Gib einen Betrag an, etwa {example}, oder eine Rechnung, etwa 120/3.',
  'problems.typed_amount.other_currency':
    'Dieser Plan ist in {currency}, und „{sign}“ ist eine andere Währung. Gib an, wie viel es in {currency} ist.',
  'problems.typed_amount.range':
    'Das ist eine Spanne von {low} bis {high}. Gib hier einen einzigen Betrag an oder den kleinsten und den größten unter „Spanne“. ' +
    'Ist die Differenz gemeint, gib {difference} an.',
  'problems.typed_amount.too_large': 'Das ist mehr, als ein Plan fassen kann. Gib einen kleineren Betrag an.',
  'problems.typed_amount.unclear': 'Das kann {one} oder {other} sein. Gib an, was du meinst.',
  'problems.value_is_not_valid': 'Dieser Wert ist hier nicht möglich.',
  'problems.value_is_not_valid.id_in_path': 'Das muss die ID im Pfad sein oder fehlen.',
  'problems.value_is_not_valid.instant': 'Ein Zeitpunkt wird in UTC mit Millisekunden geschrieben, etwa 2026-07-01T08:00:00.000Z.',
  'problems.value_is_not_valid.instant_years': 'Ein Zeitpunkt liegt zwischen den Jahren 1970 und 9999.',
  'problems.value_is_not_valid.least': 'Das muss mindestens {least} sein.',
  'problems.value_is_not_valid.longest': 'Das darf höchstens {most, number} enthalten.',
  'problems.value_is_not_valid.most': 'Das darf höchstens {most, number} sein.',
  'problems.value_is_not_valid.not_stored': 'Ein Wert lässt sich nicht speichern. Es wurde nichts geändert.',
  'problems.value_is_not_valid.own_parent':
    'Ein Plan kann nicht von sich selbst abzweigen. Lass parent_id weg oder nenne einen anderen Plan.',
  'problems.value_is_not_valid.spread': '{name} geht Tag für Tag ab, deshalb gibt es kein Datum, für das man zurücklegen könnte.',
  'problems.value_is_not_valid.shortest': 'Das muss mindestens {least} enthalten.',
  'problems.ways_in_are_otherwise': 'Wie man sich bei diesem Zugang anmeldet, wurde inzwischen geändert. Lade die Seite neu.',
  'problems.ways_in_are_otherwise.last_passkey':
    'Nur noch dieser Passkey meldet dich bei deinem Zugang an. Setze zuerst ein Passwort, oder füge einen anderen Passkey hinzu.',
  'problems.ways_in_are_otherwise.passkey_there': 'Dieser Passkey ist schon da.',
  'problems.ways_in_are_otherwise.last': 'Nur {provider} meldet dich bei diesem Zugang an. Setze zuerst ein Passwort.',
  'problems.ways_in_are_otherwise.linked': 'Dieser Zugang ist schon mit jemandem bei {provider} verbunden. Trenne das zuerst.',
  'problems.ways_in_are_otherwise.others': 'Wer du bei {provider} bist, öffnet hier schon einen anderen Zugang.',
  'problems.window_is_not_valid.by_day':
    'Nach Tagen gibt es eine Vorausschau für höchstens {days} Tage auf einmal. Frag nach weniger („from“ und „until“ sagen, nach ' +
    'welchen) ' +
    'oder nach Monaten.',
  'problems.window_is_not_valid.by_day_none':
    'Von diesem Tag an gibt es bis vor dem {until, day} keinen. Beginne früher, oder schau weiter voraus.',
  'problems.window_is_not_valid.passed': 'Dieser Tag ist für den Plan vorbei. Frag nach dem {day, day} oder einem späteren Tag.',
  'problems.window_is_not_valid.starts_later': 'Dieser Plan beginnt am {start, day}. Schau mindestens bis zum Tag danach.',
  'problems.window_is_not_valid.too_far': 'Ein Plan reicht höchstens {years} Jahre von seinem Beginn an: bis zum {until, day}.',
  'problems.window_is_not_valid.too_old': 'Dieser Plan beginnt am {start, day}, vor mehr als {years} Jahren. Bring ihn zuerst auf heute.',
  'problems.work_is_too_much.memory':
    'Dafür war mehr Speicher nötig, als eine Anfrage bekommt; sie wurde beendet. {stored, select, unknown {Vielleicht ist es ' +
    'trotzdem gespeichert: Sieh nach, bevor du es wieder versuchst.} other {Es wurde nichts gespeichert.}} Frag nach weniger auf ' +
    'einmal.',
  'problems.work_is_too_much.time':
    'Das hat länger als {seconds} Sekunden gedauert und wurde beendet. {stored, select, unknown {Vielleicht ist es trotzdem ' +
    'gespeichert: Sieh nach, bevor du es wieder versuchst.} other {Es wurde nichts gespeichert.}} Frag nach weniger auf einmal, ' +
    'oder versuch es wieder, wenn hier weniger los ist.',
} satisfies Translated<typeof english>
