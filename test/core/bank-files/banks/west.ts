/** How banks of France, Belgium and the Netherlands lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const west: readonly BankLayout[] = [
  {
    name: 'BoursoBank',
    currency_code: 'EUR',
    asks: ['columns', 'positive_is'],
    rows: ['2025-03-05 -1299 CARREFOUR', '2025-03-04 150000 VIR SOCIETE'],
    text: `
dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance
2025-03-05;2025-03-05;"CARREFOUR";"Alimentation";"Vie quotidienne";"carrefour";-12,99;;00012345678;"BoursoBank";1487.01
2025-03-04;2025-03-04;"VIR SOCIETE";"Salaire";"Revenus";"societe";"1 500,00";;00012345678;"BoursoBank";1487.01
`,
  },
  {
    name: 'Credit Agricole',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 PAIEMENT PAR CARTE CARREFOUR', '2025-03-04 150000 VIREMENT EN VOTRE FAVEUR SOCIETE'],
    text: `
Téléchargement du 06/03/2025;

M. DUPONT
Compte de Dépôt carte n° 12345678901;
Solde au 06/03/2025 1 487,01 €
Liste des opérations du compte entre le 01/03/2025 et le 06/03/2025;

Date;Libellé;Débit euros;Crédit euros;
05/03/2025;"PAIEMENT PAR CARTE
CARREFOUR
";12,99;;
04/03/2025;"VIREMENT EN VOTRE FAVEUR
SOCIETE
";;1 500,00;
`,
  },
  {
    name: 'Société Générale',
    currency_code: 'EUR',
    asks: ['positive_is'],
    rows: ['2025-03-05 -1299 CARTE X1234 04/03 CARREFOUR', '2025-03-04 150000 VIR RECU SOCIETE'],
    text: `
="0123456789012";01/03/2025;06/03/2025;
date_comptabilisation;libellé_complet_operation;montant_operation;devise;
05/03/2025;CARTE X1234 04/03 CARREFOUR;-12,99;EUR;
04/03/2025;VIR RECU SOCIETE;1500,00;EUR;
`,
  },
  {
    name: 'BNP',
    currency_code: 'EUR',
    asks: ['positive_is'],
    rows: ['2025-03-05 -1299 FACTURE CARTE CARREFOUR', '2025-03-04 150000 VIREMENT RECU SOCIETE'],
    text: `
Compte de chèques;Compte de chèques;****1234;06/03/2025;;1 487,01
05/03/2025;Carte;;FACTURE CARTE CARREFOUR;;-12,99
04/03/2025;Virement;;VIREMENT RECU SOCIETE;;1 500,00
`,
  },
  {
    name: 'Caisse Epargne',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 CARREFOUR', '2025-03-04 150000 SOCIETE'],
    text: `
Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation
05/03/2025;CARREFOUR;CB CARREFOUR FACT 040325;ABC123;;Carte bancaire;Alimentation;Hyper;-12,99;;04/03/2025;05/03/2025;0
04/03/2025;SOCIETE;VIR SOCIETE;ABC124;Salaire;Virement recu;Revenus;Salaires;;+1500,00;04/03/2025;04/03/2025;0
`,
  },
  {
    name: 'La Banque Postale',
    currency_code: 'EUR',
    asks: ['columns', 'positive_is'],
    rows: ['2025-03-05 -1299 ACHAT CB CARREFOUR 04.03.25', '2025-03-04 150000 VIREMENT DE SOCIETE'],
    text: `
Numéro Compte   ;1234567X020
Type            ;CCP
Compte tenu en  ;euros
Date            ;06/03/2025
Solde (EUROS)   ;1487,01
Solde (FRANCS)  ;9754,15

Date;Libellé;Montant(EUROS);Montant(FRANCS)
05/03/2025;"ACHAT CB CARREFOUR 04.03.25";-12,99;-85,21
04/03/2025;"VIREMENT DE SOCIETE";1500,00;9839,36
`,
  },
  {
    name: 'Fortuneo',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 CARTE 04/03 CARREFOUR', '2025-03-04 150000 VIR SOCIETE'],
    text: `
Date opération;Date valeur;libellé;Débit;Crédit;
05/03/2025;05/03/2025;CARTE 04/03 CARREFOUR;-12,99;;
04/03/2025;04/03/2025;VIR SOCIETE;;1500,00;
`,
  },
  {
    name: 'KBC',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 DELHAIZE', '2025-03-04 150000 FIRMA NV'],
    text: `
Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling
BE11111111111111;;JAN JANSSENS;EUR; 01025001;05/03/2025;BETALING VIA BANCONTACT;05/03/2025;-12,99;1487,01;;-12,99;;;DELHAIZE;;;
BE11111111111111;;JAN JANSSENS;EUR; 01025001;04/03/2025;OVERSCHRIJVING VAN FIRMA;04/03/2025;1500,00;1500,00;1500,00;;BE22222222222222;KREDBEBB;FIRMA NV;;;LOON
`,
  },
  {
    name: 'Belfius',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 DELHAIZE', '2025-03-04 150000 FIRMA NV'],
    text: `
Boekingsdatum vanaf;01/03/2025
Boekingsdatum tot en met;06/03/2025
Laatste saldo;1.487,01 EUR
;
Rekening;Boekingsdatum;Rekeninguittrekselnummer;Transactienummer;Rekening tegenpartij;Naam tegenpartij bevat;Straat en nummer;Postcode en plaats;Transactie;Valutadatum;Bedrag;Devies;BIC;Landcode;Mededelingen
BE11 1111 1111 1111;05/03/2025;00003;00012;;DELHAIZE;;;AANKOOP BANCONTACT DELHAIZE;05/03/2025;-12,99;EUR;;;
BE11 1111 1111 1111;04/03/2025;00003;00011;BE22 2222 2222 2222;FIRMA NV;;;STORTING VAN FIRMA NV;04/03/2025;1.500,00;EUR;GKCCBEBB;;LOON
`,
  },
  {
    name: 'ING NL',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Albert Heijn', '2025-03-04 150000 Werkgever BV'],
    text: `
"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
"20250305";"Albert Heijn";"NL11INGB0000000001";"";"BA";"Af";"12,99";"Betaalautomaat";"Pasvolgnr: 001";"1487,01";""
"20250304";"Werkgever BV";"NL11INGB0000000001";"NL22RABO0000000002";"OV";"Bij";"1500,00";"Overschrijving";"Salaris";"1500,00";""
`,
  },
  {
    name: 'Rabobank',
    currency_code: 'EUR',
    rows: ['2025-03-04 150000 Werkgever BV', '2025-03-05 -1299 Albert Heijn'],
    text: `
"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
"NL11RABO0000000001","EUR","RABONL2U","000000000000000001","2025-03-04","2025-03-04","+1500,00","+1500,00","NL22ABNA0000000002","Werkgever BV","","","ABNANL2A","cb","","","","","","Salaris"," ","","","","",""
"NL11RABO0000000001","EUR","RABONL2U","000000000000000002","2025-03-05","2025-03-05","-12,99","+1487,01","","Albert Heijn","","","","bg","","","","","","Betaalautomaat"," ","","","","",""
`,
  },
  {
    name: 'ABN TSV no header',
    currency_code: 'EUR',
    rows: [
      '2025-03-04 150000 SEPA Overboeking Werkgever BV',
      '2025-03-05 -1299 BEA, Betaalpas Albert Heijn',
      '2025-03-06 -500 BEA, Betaalpas Kiosk',
    ],
    text: `
111111111	EUR	20250304	0,00	1500,00	20250304	1500,00	SEPA Overboeking Werkgever BV
111111111	EUR	20250305	1500,00	1487,01	20250305	-12,99	BEA, Betaalpas Albert Heijn
111111111	EUR	20250306	1487,01	1482,01	20250306	-5,00	BEA, Betaalpas Kiosk
`,
  },
  {
    name: 'bunq',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Albert Heijn', '2025-03-04 150000 Werkgever BV'],
    text: `
"Date","Interest Date","Amount","Account","Counterparty","Name","Description"
"2025-03-05","2025-03-05","-12.99","NL11BUNQ0000000001","","Albert Heijn","AH 1234"
"2025-03-04","2025-03-04","1,500.00","NL11BUNQ0000000001","NL22ABNA0000000002","Werkgever BV","Salaris"
`,
  },
  {
    name: 'ASN no header',
    currency_code: 'EUR',
    asks: ['columns', 'date_order'],
    rows: ['2025-03-05 -1299 Albert Heijn', '2025-03-06 150000 Werkgever BV', '2025-03-07 -300 Kiosk'],
    text: `
05-03-2025,NL11ASNB0000000001,,Albert Heijn,,,,EUR,1500.00,EUR,-12.99,05-03-2025,05-03-2025,8810,BEA,123,,'AH',1
06-03-2025,NL11ASNB0000000001,NL22ABNA0000000002,Werkgever BV,,,,EUR,1487.01,EUR,1500.00,06-03-2025,06-03-2025,8811,OVB,124,,'Salaris',1
07-03-2025,NL11ASNB0000000001,,Kiosk,,,,EUR,2987.01,EUR,-3.00,07-03-2025,07-03-2025,8810,BEA,125,,'Kiosk',1
`,
  },
  {
    name: 'Triodos no header',
    currency_code: 'EUR',
    asks: ['columns'],
    rows: ['2025-03-25 -1299 Albert Heijn', '2025-03-26 150000 Werkgever BV'],
    text: `
"25-03-2025","NL11TRIO0000000001","12,99","Debet","Albert Heijn","","BA","AH 1234","1.487,01"
"26-03-2025","NL11TRIO0000000001","1.500,00","Credit","Werkgever BV","NL22ABNA0000000002","ET","Salaris","2.987,01"
`,
  },
]
