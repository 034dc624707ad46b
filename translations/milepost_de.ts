<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>ActionRun</name>
    <message>
        <source>order %1</source>
        <extracomment>%1: Retry, Hold …; %2: &quot;order 1001&quot; or &quot;3 orders&quot;</extracomment>
        <translation>Auftrag %1</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Vorgang</numerusform>
            <numerusform>%n Vorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – waiting for the outcome</source>
        <translation>%1 – wartet auf das Ergebnis</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: a number; %2: verified, failed, …</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Hold %n orders</source>
        <translation>
            <numerusform>%n Auftrag anhalten</numerusform>
            <numerusform>%n Aufträge anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n orders</source>
        <translation>
            <numerusform>%n Auftrag freigeben</numerusform>
            <numerusform>%n Aufträge freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more is sent for them until they are released.</source>
        <translation>Bis zur Freigabe wird für sie nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>They go on where they stopped.</source>
        <translation>Sie laufen dort weiter, wo sie standen.</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>Kind of hold</source>
        <translation>Art der Sperre</translation>
    </message>
    <message>
        <source>Every hold</source>
        <translation>Alle Sperren</translation>
    </message>
    <message>
        <source>Adopt what was done</source>
        <translation>Erledigtes anerkennen</translation>
    </message>
    <message>
        <source>Number that its system has it under; leave it empty where the system is asked itself:</source>
        <translation>Nummer, unter der das System es führt; leer lassen, wenn das System selbst gefragt wird:</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>&amp;Anerkennen</translation>
    </message>
    <message>
        <source>Nothing of this order has been done yet.</source>
        <translation>Von diesem Auftrag ist noch nichts erledigt.</translation>
    </message>
    <message>
        <source>Take steps back</source>
        <translation>Schritte zurücknehmen</translation>
    </message>
    <message>
        <source>This step and all that follow it are taken back, the last one first. Then the order is held until you have mended it:</source>
        <translation>Dieser Schritt und alle folgenden werden zurückgenommen, der letzte zuerst. Danach ist der Auftrag gesperrt, bis Sie ihn berichtigt haben:</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>BodyText</name>
    <message>
        <source>… cut here; the whole is in the store</source>
        <translation>… hier gekürzt; vollständig im Speicher</translation>
    </message>
</context>
<context>
    <name>Causation</name>
    <message>
        <source>Because of the answer to call %1.</source>
        <translation>Wegen der Antwort auf Aufruf %1.</translation>
    </message>
    <message>
        <source>Because of the answer of %1 to “%2”, asked at %3.</source>
        <translation>Wegen der Antwort von %1 auf „%2“, gefragt um %3.</translation>
    </message>
    <message>
        <source>Because of message %2 of %1.</source>
        <translation>Wegen Nachricht %2 von %1.</translation>
    </message>
    <message>
        <source>Because a person chose “%1”.</source>
        <translation>Weil jemand „%1“ wählte.</translation>
    </message>
    <message>
        <source>Because %2 chose “%1”.</source>
        <translation>Weil %2 „%1“ wählte.</translation>
    </message>
    <message>
        <source>Because its time had come.</source>
        <translation>Weil es an der Zeit war.</translation>
    </message>
    <message>
        <source>Because stock was reported.</source>
        <translation>Weil Bestand gemeldet wurde.</translation>
    </message>
    <message>
        <source>Because Milepost was started again.</source>
        <translation>Weil Milepost neu gestartet wurde.</translation>
    </message>
    <message>
        <source>Because of: %1</source>
        <translation>Wegen: %1</translation>
    </message>
</context>
<context>
    <name>ExceptionRows</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Money at risk</source>
        <translation>Risikobetrag</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>In Arbeit bei</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>erst fragen</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>Local time, such as 2026-11-30 17:00, or a day.</source>
        <translation>Ortszeit, etwa 2026-11-30 17:00, oder ein Tag.</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Ship to</source>
        <translation>Lieferung an</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>Rechnung an</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>Zahlungsbedingungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>customer&apos;s order number</source>
        <translation>Bestellnummer des Kunden</translation>
    </message>
    <message>
        <source>release number</source>
        <translation>Abrufnummer</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>paid already</source>
        <translation>schon bezahlt</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>bestellt am</translation>
    </message>
    <message>
        <source>customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>days net</source>
        <translation>Tage netto</translation>
    </message>
    <message>
        <source>wanted by</source>
        <translation>gewünscht bis</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>cancel after</source>
        <translation>stornieren nach</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>shipping service</source>
        <translation>Versandart</translation>
    </message>
    <message>
        <source>ship complete</source>
        <translation>nur vollständig liefern</translation>
    </message>
    <message>
        <source>preferred warehouse</source>
        <translation>bevorzugtes Lager</translation>
    </message>
    <message>
        <source>preferred carrier</source>
        <translation>bevorzugter Frachtführer</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>number of the address</source>
        <translation>Nummer der Adresse</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>second line of the address</source>
        <translation>zweite Adresszeile</translation>
    </message>
    <message>
        <source>city</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>state or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>customer&apos;s item number</source>
        <translation>Artikelnummer des Kunden</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>Stückpreis</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>Destination %1</source>
        <translation>Ziel %1</translation>
    </message>
</context>
<context>
    <name>OrderExport</name>
    <message>
        <source>Export to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>Abgebrochen; nichts wurde geschrieben</translation>
    </message>
</context>
<context>
    <name>OrderTexts</name>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Meilensteine</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Why is it waiting</source>
        <translation>Wartegrund</translation>
    </message>
    <message>
        <source>Received, validated, accepted, allocated, released, shipped, posted, invoiced, delivered: filled when all units of the order are there</source>
        <translation>Eingegangen, geprüft, angenommen, zugeteilt, freigegeben, versandt, gebucht, berechnet, zugestellt: gefüllt, wenn alle Einheiten des Auftrags so weit sind</translation>
    </message>
    <message>
        <source>Warehouses and 3PLs that fulfil the order</source>
        <translation>Lager und Dienstleister, die den Auftrag ausführen</translation>
    </message>
    <message>
        <source>Open exceptions of the order</source>
        <translation>Offene Ausnahmen des Auftrags</translation>
    </message>
    <message>
        <source>What has to happen before the order goes on, and by when</source>
        <translation>Was geschehen muss, bevor es weitergeht, und bis wann</translation>
    </message>
    <message>
        <source>%1, %2 of 9</source>
        <translation>%1, %2 von 9</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Criticality</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Which calls go first, and how severe their exceptions are.</source>
        <translation>Welche Aufrufe vorgehen und wie schwer ihre Ausnahmen wiegen.</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Tries of one call before a person must decide.</source>
        <translation>Versuche eines Aufrufs, bevor ein Mensch entscheiden muss.</translation>
    </message>
    <message>
        <source>Tries of taking back</source>
        <translation>Versuche der Rücknahme</translation>
    </message>
    <message>
        <source>The same of a call that takes one back; 0: twice as many.</source>
        <translation>Dasselbe für einen Aufruf, der einen zurücknimmt; 0: doppelt so viele.</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>Erste Wartezeit</translation>
    </message>
    <message>
        <source>At most so long before the second try, such as 10s; then twice as long each time.</source>
        <translation>Höchstens so lange vor dem zweiten Versuch, etwa 10s; danach jedes Mal doppelt so lange.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>No wait between tries is longer, such as 15m.</source>
        <translation>Keine Wartezeit zwischen Versuchen ist länger, etwa 15m.</translation>
    </message>
    <message>
        <source>Deadline of a call</source>
        <translation>Frist eines Aufrufs</translation>
    </message>
    <message>
        <source>Real time that one try may take, such as 10s.</source>
        <translation>Echte Zeit, die ein Versuch dauern darf, etwa 10s.</translation>
    </message>
    <message>
        <source>Failures that park</source>
        <translation>Fehler, die parken</translation>
    </message>
    <message>
        <source>After so many failures in a row a system is left alone.</source>
        <translation>Nach so vielen Fehlern in Folge wird ein System in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>Asked again after</source>
        <translation>Wieder gefragt nach</translation>
    </message>
    <message>
        <source>How long a system is left alone, such as 60s.</source>
        <translation>Wie lange ein System in Ruhe gelassen wird, etwa 60s.</translation>
    </message>
    <message>
        <source>Recover within</source>
        <translation>Erholt binnen</translation>
    </message>
    <message>
        <source>When an exception is due, counted from its opening, such as 4h.</source>
        <translation>Wann eine Ausnahme fällig ist, ab ihrer Öffnung gezählt, etwa 4h.</translation>
    </message>
    <message>
        <source>Unknown outcome</source>
        <translation>Unbekanntes Ergebnis</translation>
    </message>
    <message>
        <source>What holds when nobody can say whether a call was done.</source>
        <translation>Was gilt, wenn niemand sagen kann, ob ein Aufruf getan ist.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Team that owns its exceptions; empty: the team of the step.</source>
        <translation>Team, dem ihre Ausnahmen gehören; leer: das Team des Schritts.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>an event type and the step it happens at: &quot;Absence at post&quot;</extracomment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Rather not done than done twice</source>
        <translation>Lieber nie als zweimal</translation>
    </message>
    <message>
        <source>Rather done twice than not done</source>
        <translation>Lieber zweimal als nie</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>StoredSentences</name>
    <message>
        <source>%1 said no to step %2: %3. Mend the cause there, then retry; it has not been done.</source>
        <translation>%1 hat Schritt %2 abgelehnt: %3. Beheben Sie dort die Ursache und wiederholen Sie dann; getan ist es nicht.</translation>
    </message>
    <message>
        <source>%1, step %2 of %3 was tried %4 times; the last answer was %5. It has not been done; retry when %6 is well again.</source>
        <translation>%1, Schritt %2 von %3, wurde %4-mal versucht; die letzte Antwort war %5. Getan ist es nicht; wiederholen Sie, wenn %6 wieder gesund ist.</translation>
    </message>
    <message>
        <source>%1, step %2 of %3 may or may not be done (%4), and the machine cannot find out. Look there: retry it if it was not done, else resolve it by hand.</source>
        <translation>%1, Schritt %2 von %3, ist vielleicht getan, vielleicht nicht (%4), und die Maschine kann es nicht herausfinden. Sehen Sie dort nach: wiederholen, wenn es nicht getan ist, sonst von Hand erledigen.</translation>
    </message>
    <message>
        <source>%1 has not acknowledged step %2 after %3 deliveries. Ask %4 whether it reads our files.</source>
        <translation>%1 hat Schritt %2 nach %3 Zustellungen nicht bestätigt. Fragen Sie %4, ob es unsere Dateien liest.</translation>
    </message>
    <message>
        <source>%1 has not told of %2, due %3, though it has told everything up to %4. Ask %5 what happened.</source>
        <translation>%1 hat %2 nicht gemeldet, fällig %3, obwohl alles bis %4 gemeldet ist. Fragen Sie %5, was geschehen ist.</translation>
    </message>
    <message>
        <source>The order lacks %1. Ask the channel to send it again with that, or correct it.</source>
        <translation>Dem Auftrag fehlt: %1. Bitten Sie den Kanal, ihn damit erneut zu senden, oder berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The carrier reports %1 for %2. Tell the customer and decide whether to send it again or to credit it.</source>
        <translation>Der Frachtführer meldet „%1“ für %2. Sagen Sie es dem Kunden und entscheiden Sie, ob neu gesandt oder gutgeschrieben wird.</translation>
    </message>
    <message>
        <source>The carrier reports %1 for %2 after it reported it delivered. Ask the customer.</source>
        <translation>Der Frachtführer meldet „%1“ für %2, nachdem er die Zustellung gemeldet hatte. Fragen Sie den Kunden.</translation>
    </message>
    <message>
        <source>No connected system offers %1, which step %2 needs. Connect one whose pack offers it.</source>
        <translation>Kein verbundenes System bietet %1, was Schritt %2 braucht. Verbinden Sie eines, das es bietet.</translation>
    </message>
    <message>
        <source>%1 reports %2 of %3, which this order does not have. Clear it up with %4.</source>
        <translation>%1 meldet %2 von %3, was dieser Auftrag nicht enthält. Klären Sie es mit %4.</translation>
    </message>
    <message>
        <source>%1 shipped %2 of line %3, of which %4 were released. The goods are booked as shipped; decide what to bill.</source>
        <translation>%1 hat %2 von Position %3 versandt; freigegeben waren %4. Die Ware ist als versandt gebucht; entscheiden Sie, was berechnet wird.</translation>
    </message>
    <message>
        <source>%1 reports a shipment (%2) of nothing that this order has. Clear it up with %3.</source>
        <translation>%1 meldet eine Sendung (%2) mit nichts, was dieser Auftrag enthält. Klären Sie es mit %3.</translation>
    </message>
    <message>
        <source>%1 could not pick %2 of line %3; another node is asked, or it is backordered.</source>
        <translation>%1 konnte %2 von Position %3 nicht kommissionieren; ein anderer Standort wird gefragt, oder es wird Rückstand.</translation>
    </message>
    <message>
        <source>Two different messages of %1 carry the id %2. Ask it which one holds; the second was kept and not applied.</source>
        <translation>Zwei verschiedene Nachrichten von %1 tragen die Kennung %2. Fragen Sie, welche gilt; die zweite ist aufgehoben, nicht angewandt.</translation>
    </message>
    <message>
        <source>A message of %1 cannot be used: %2. It is kept; have it corrected and sent again.</source>
        <translation>Eine Nachricht von %1 ist nicht brauchbar: %2. Sie ist aufgehoben; lassen Sie sie berichtigt erneut senden.</translation>
    </message>
    <message>
        <source>%1 and was kept, not applied. Compare both and agree with the customer what holds.</source>
        <translation>%1; aufgehoben, nicht angewandt. Vergleichen Sie beide und klären Sie mit dem Kunden, was gilt.</translation>
    </message>
    <message>
        <source>%1 does not answer (%2). What is meant for it waits and goes on by itself when it answers; see whether it is running.</source>
        <translation>%1 antwortet nicht (%2). Was dafür bestimmt ist, wartet und läuft von selbst weiter, wenn es antwortet; sehen Sie nach, ob es läuft.</translation>
    </message>
    <message>
        <source>%1 speaks of %2, which no order here has. Ask it what that is.</source>
        <translation>%1 spricht von %2, was kein Auftrag hier hat. Fragen Sie, was das ist.</translation>
    </message>
    <message>
        <source>Deciding on &quot;%1&quot; failed: %2. Nothing was done about it; report it with the lineage of the order.</source>
        <translation>Die Entscheidung über „%1“ schlug fehl: %2. Es wurde nichts getan; melden Sie es mit der Zeitachse des Auftrags.</translation>
    </message>
    <message>
        <source>the engine does not run here</source>
        <translation>die Steuerung läuft hier nicht</translation>
    </message>
    <message>
        <source>it belongs to no order</source>
        <translation>es gehört zu keinem Auftrag</translation>
    </message>
    <message>
        <source>it closes by itself as soon as the system answers</source>
        <translation>es schließt sich von selbst, sobald das System antwortet</translation>
    </message>
    <message>
        <source>it is closed already: %1</source>
        <translation>es ist schon geschlossen: %1</translation>
    </message>
    <message>
        <source>the call is %1 already; resolve the exception instead</source>
        <translation>der Aufruf ist schon %1; erledigen Sie stattdessen die Ausnahme</translation>
    </message>
    <message>
        <source>partners know the order by it</source>
        <translation>Partner kennen den Auftrag daran</translation>
    </message>
    <message>
        <source>the customer stated it; have the channel send a changed order</source>
        <translation>der Kunde gab es an; lassen Sie den Kanal einen geänderten Auftrag senden</translation>
    </message>
    <message>
        <source>the ledger counts by it; cancel, or have the channel send a changed order</source>
        <translation>das Mengenbuch zählt danach; stornieren oder den Kanal einen geänderten Auftrag senden lassen</translation>
    </message>
    <message>
        <source>the order was accepted with it</source>
        <translation>der Auftrag wurde damit angenommen</translation>
    </message>
    <message>
        <source>the outcome of %1 is unknown; settle that first</source>
        <translation>das Ergebnis von %1 ist unbekannt; klären Sie das zuerst</translation>
    </message>
    <message>
        <source>no call that changed data could heal is behind it</source>
        <translation>kein Aufruf steht dahinter, den geänderte Daten heilen könnten</translation>
    </message>
    <message>
        <source>%1 said no to taking back step %2: %3. Mend the cause there, then retry; it has not been done.</source>
        <translation>%1 lehnt die Rücknahme von Schritt %2 ab: %3. Beheben Sie dort die Ursache und wiederholen Sie dann; sie ist nicht erfolgt.</translation>
    </message>
    <message>
        <source>%1, taking back step %2 of %3 was tried %4 times; the last answer was %5. It has not been done; retry when %6 is well again.</source>
        <translation>%1, Rücknahme von Schritt %2 von %3: %4-mal versucht; letzte Antwort: %5. Sie ist nicht erfolgt; wiederholen Sie, wenn %6 wieder läuft.</translation>
    </message>
    <message>
        <source>%1, taking back step %2 of %3 may or may not be done (%4), and the machine cannot find out. Look there: retry it if it was not done, else resolve it by hand.</source>
        <translation>%1, Rücknahme von Schritt %2 von %3: vielleicht erfolgt, vielleicht nicht (%4), und das Programm kann es nicht feststellen. Sehen Sie dort nach: wiederholen, wenn nicht erfolgt, sonst von Hand erledigen.</translation>
    </message>
    <message>
        <source>Step %1 was done at %2 and cannot be taken back. Ask %3: adopt that it was taken back there, or skip it and leave it as it is.</source>
        <translation>Schritt %1 ist bei %2 erledigt und lässt sich nicht zurücknehmen. Fragen Sie %3: erkennen Sie an, dass er dort zurückgenommen wurde, oder überspringen Sie ihn und lassen ihn, wie er ist.</translation>
    </message>
    <message>
        <source>Step %1 was done at %2, which offers no call to take it back. Ask %3: adopt that it was taken back there, or skip it and leave it as it is.</source>
        <translation>Schritt %1 ist bei %2 erledigt; dort gibt es keinen Aufruf für die Rücknahme. Fragen Sie %3: erkennen Sie an, dass er dort zurückgenommen wurde, oder überspringen Sie ihn und lassen ihn, wie er ist.</translation>
    </message>
    <message>
        <source>nothing that could be sent again is behind it</source>
        <translation>nichts, was erneut gesendet werden könnte, steht dahinter</translation>
    </message>
    <message>
        <source>nothing that could be sent anew is behind it</source>
        <translation>nichts, was neu gesendet werden könnte, steht dahinter</translation>
    </message>
    <message>
        <source>no call that a partner could have carried out is behind it</source>
        <translation>kein Aufruf, den ein Partner ausgeführt haben könnte, steht dahinter</translation>
    </message>
    <message>
        <source>no step is behind it; resolve it instead</source>
        <translation>kein Schritt steht dahinter; erledigen Sie es stattdessen</translation>
    </message>
    <message>
        <source>%1 has done it under number %2</source>
        <translation>%1 hat es unter Nummer %2 erledigt</translation>
    </message>
    <message>
        <source>%1 has done it</source>
        <translation>%1 hat es erledigt</translation>
    </message>
    <message>
        <source>it is under way; wait for the answer of %1</source>
        <translation>es läuft gerade; warten Sie auf die Antwort von %1</translation>
    </message>
    <message>
        <source>it goes on by itself</source>
        <translation>es geht von selbst weiter</translation>
    </message>
    <message>
        <source>it was taken; its result is awaited</source>
        <translation>es ist angenommen; das Ergebnis steht aus</translation>
    </message>
    <message>
        <source>it may have been done, and under a new key %1 would do it again; retry asks first</source>
        <translation>es ist vielleicht erledigt, und unter neuem Schlüssel täte %1 es noch einmal; Wiederholen fragt vorher nach</translation>
    </message>
    <message>
        <source>it may have been done, and %1 can neither be asked nor recognise a repetition</source>
        <translation>es ist vielleicht erledigt, und %1 kann weder gefragt werden noch eine Wiederholung erkennen</translation>
    </message>
    <message>
        <source>it may have been done; find out first: retry asks, adopt accepts it</source>
        <translation>es ist vielleicht erledigt; klären Sie das zuerst: Wiederholen fragt nach, Anerkennen nimmt es als erledigt</translation>
    </message>
    <message>
        <source>its steps are being taken back already</source>
        <translation>seine Schritte werden schon zurückgenommen</translation>
    </message>
    <message>
        <source>it is cancelled already</source>
        <translation>er ist schon storniert</translation>
    </message>
    <message>
        <source>all of it has left; nothing could be cancelled</source>
        <translation>alles ist schon weg; nichts lässt sich mehr stornieren</translation>
    </message>
    <message>
        <source>the process has no such step</source>
        <translation>der Prozess hat keinen solchen Schritt</translation>
    </message>
    <message>
        <source>nothing of it has been done</source>
        <translation>nichts davon ist erledigt</translation>
    </message>
    <message>
        <source>goods have left after step %1; what was shipped comes back as a return only</source>
        <translation>nach Schritt %1 ist Ware hinausgegangen; Versandtes kommt nur als Retoure zurück</translation>
    </message>
    <message>
        <source>it is held already</source>
        <translation>er ist schon gesperrt</translation>
    </message>
    <message>
        <source>it is not held</source>
        <translation>er ist nicht gesperrt</translation>
    </message>
    <message>
        <source>it is %1 already</source>
        <translation>es ist schon %1</translation>
    </message>
    <message>
        <source>its exception is closed</source>
        <translation>seine Ausnahme ist geschlossen</translation>
    </message>
    <message>
        <source>%1 has it under number %2; adopt it</source>
        <translation>%1 hat es unter Nummer %2; erkennen Sie es an</translation>
    </message>
    <message>
        <source>%1 has it under number %2; nothing is sent again</source>
        <translation>%1 hat es unter Nummer %2; nichts wird erneut gesendet</translation>
    </message>
    <message>
        <source>%1 has it all the same, under number %2</source>
        <translation>%1 hat es trotzdem, unter Nummer %2</translation>
    </message>
    <message>
        <source>%1 does not have it; under the same key it is sent once more</source>
        <translation>%1 hat es nicht; unter demselben Schlüssel wird es noch einmal gesendet</translation>
    </message>
    <message>
        <source>%1 does not have it yet; it may still come, ask again in a minute</source>
        <translation>%1 hat es noch nicht; es kann noch kommen, fragen Sie in einer Minute wieder</translation>
    </message>
    <message>
        <source>%1 does not answer now; ask again when it does</source>
        <translation>%1 antwortet gerade nicht; fragen Sie später wieder</translation>
    </message>
    <message>
        <source>%1 can neither be asked nor recognise a repetition. Find out there whether it was done: retry if it was not, adopt it if it was</source>
        <translation>%1 kann weder gefragt werden noch eine Wiederholung erkennen. Klären Sie dort, ob es erledigt ist: wenn nicht, wiederholen; wenn ja, anerkennen</translation>
    </message>
    <message>
        <source>%1 cannot work with what the order says (%2); correct it, then it is sent anew</source>
        <translation>%1 kann mit den Angaben des Auftrags nicht arbeiten (%2); berichtigen Sie sie, dann wird neu gesendet</translation>
    </message>
    <message>
        <source>%1 said no (%2); it was not done. Mend the cause there, then retry</source>
        <translation>%1 hat abgelehnt (%2); es ist nicht erledigt. Beheben Sie dort die Ursache und wiederholen Sie</translation>
    </message>
    <message>
        <source>the missing units are planned again as soon as a node has them</source>
        <translation>die fehlenden Stück werden neu geplant, sobald ein Lager sie hat</translation>
    </message>
    <message>
        <source>the goods are booked as shipped, and every system agrees now</source>
        <translation>die Ware ist als versandt gebucht, und alle Systeme stimmen jetzt überein</translation>
    </message>
    <message>
        <source>the parcel did not arrive; agree with the customer on a new shipment or a credit, then resolve it</source>
        <translation>das Paket kam nicht an; vereinbaren Sie mit dem Kunden neue Ware oder Gutschrift und erledigen Sie es dann</translation>
    </message>
    <message>
        <source>clear it up with %1, then resolve it</source>
        <translation>klären Sie es mit %1 und erledigen Sie es dann</translation>
    </message>
    <message>
        <source>%1 has not said that it took it; the same document is handed over again, under its number</source>
        <translation>%1 hat die Annahme nicht bestätigt; dasselbe Dokument wird unter seiner Nummer noch einmal übergeben</translation>
    </message>
    <message>
        <source>the goods have not left; ask %1 when they will</source>
        <translation>die Ware ist nicht hinausgegangen; fragen Sie %1, wann das geschieht</translation>
    </message>
    <message>
        <source>the goods have left; ask %1 to confirm it, billing waits for that</source>
        <translation>die Ware ist hinausgegangen; bitten Sie %1 um die Bestätigung, die Rechnung wartet darauf</translation>
    </message>
    <message>
        <source>ask %1 what happened</source>
        <translation>fragen Sie %1, was geschehen ist</translation>
    </message>
    <message>
        <source>no call takes it back: ask %1, then adopt that it did, or skip it and leave it</source>
        <translation>kein Aufruf nimmt es zurück: fragen Sie %1, erkennen Sie dann die Rücknahme an, oder überspringen Sie den Schritt</translation>
    </message>
    <message>
        <source>%1 does not take it back (%2): skip leaves it as it is</source>
        <translation>%1 nimmt es nicht zurück (%2): Überspringen lässt es, wie es ist</translation>
    </message>
    <message>
        <source>it was surely not taken back; taking back is tried again</source>
        <translation>es ist sicher nicht zurückgenommen; die Rücknahme wird wiederholt</translation>
    </message>
    <message>
        <source>%1 used a word that its pack does not know; a later status closes this, or add the word and resolve it</source>
        <translation>%1 benutzt ein Wort, das sein Paket nicht kennt; ein späterer Status schließt das, oder Sie tragen das Wort ein und erledigen es</translation>
    </message>
    <message>
        <source>it was surely not done; it is tried again under the same key</source>
        <translation>es ist sicher nicht erledigt; unter demselben Schlüssel wird es noch einmal versucht</translation>
    </message>
    <message>
        <source>the order is not complete; correct it or have the channel send it again</source>
        <translation>der Auftrag ist unvollständig; berichtigen Sie ihn oder lassen Sie ihn neu senden</translation>
    </message>
    <message>
        <source>connect a system whose pack offers what is missing</source>
        <translation>binden Sie ein System an, dessen Paket das Fehlende kann</translation>
    </message>
    <message>
        <source>see what it says, ask %1 to send it again, then resolve it</source>
        <translation>sehen Sie nach, bitten Sie %1 um erneute Sendung und erledigen Sie es dann</translation>
    </message>
    <message>
        <source>no node has been given anything of it</source>
        <translation>kein Lager hat etwas davon bekommen</translation>
    </message>
    <message>
        <source>no message to the customer was sent</source>
        <translation>keine Nachricht an den Kunden ist gesendet</translation>
    </message>
    <message>
        <source>nothing has left that could be billed</source>
        <translation>nichts ist hinausgegangen, was zu berechnen wäre</translation>
    </message>
    <message>
        <source>whether goods have left is not known, and only those are billed</source>
        <translation>ob Ware hinausging, ist nicht bekannt, und nur die wird berechnet</translation>
    </message>
    <message>
        <source>the order is not accepted yet</source>
        <translation>der Auftrag ist noch nicht angenommen</translation>
    </message>
    <message>
        <source>its tax is not known yet</source>
        <translation>die Steuer ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>a line has no price</source>
        <translation>eine Position hat keinen Preis</translation>
    </message>
    <message>
        <source>%1 units left as shipment %2, parcel %3; it is not billed</source>
        <translation>%1 Stück gingen als Sendung %2, Paket %3 hinaus; sie ist nicht berechnet</translation>
    </message>
    <message>
        <source>%1 units left as shipment %2, parcel %3</source>
        <translation>%1 Stück gingen als Sendung %2, Paket %3 hinaus</translation>
    </message>
    <message>
        <source>%1 units left as shipment %2</source>
        <translation>%1 Stück gingen als Sendung %2 hinaus</translation>
    </message>
    <message>
        <source>%1 was not released to the node</source>
        <translation>%1 wurde dem Lager nicht freigegeben</translation>
    </message>
    <message>
        <source>%1 %2: the goods have left</source>
        <translation>%1 %2: die Ware ist hinausgegangen</translation>
    </message>
    <message>
        <source>%1 %2: the goods have not left</source>
        <translation>%1 %2: die Ware ist nicht hinausgegangen</translation>
    </message>
    <message>
        <source>%1 %2: the rest has not left</source>
        <translation>%1 %2: der Rest ist nicht hinausgegangen</translation>
    </message>
    <message>
        <source>%1 %2 was taken back before anything left</source>
        <translation>%1 %2 wurde zurückgenommen, bevor etwas hinausging</translation>
    </message>
    <message>
        <source>knows no release %1</source>
        <translation>kennt keine Freigabe %1</translation>
    </message>
    <message>
        <source>took message %1</source>
        <translation>hat Nachricht %1 angenommen</translation>
    </message>
    <message>
        <source>may or may not have taken the message</source>
        <translation>hat die Nachricht vielleicht angenommen</translation>
    </message>
    <message>
        <source>has it billed as %1</source>
        <translation>hat es als %1 berechnet</translation>
    </message>
    <message>
        <source>may have billed it</source>
        <translation>hat es vielleicht berechnet</translation>
    </message>
    <message>
        <source>its dispatch has to be booked here first</source>
        <translation>der Versand muss hier erst gebucht werden</translation>
    </message>
    <message>
        <source>nobody says anything else</source>
        <translation>niemand sagt etwas anderes</translation>
    </message>
    <message>
        <source>what became of step %1 is not known</source>
        <translation>was aus Schritt %1 wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 is at the node, and nobody who can be asked now knows more</source>
        <translation>%1 ist beim Lager, und niemand, der jetzt gefragt werden kann, weiß mehr</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a duration such as 500ms, 60s, 5m, 24h or 2d</source>
        <translation>muss eine Dauer sein wie 500ms, 60s, 5m, 24h oder 2d</translation>
    </message>
    <message>
        <source>must be longer than nothing</source>
        <translation>muss länger als nichts sein</translation>
    </message>
    <message>
        <source>maxDelay is shorter than baseDelay</source>
        <translation>die längste Wartezeit ist kürzer als die erste</translation>
    </message>
    <message>
        <source>is shorter than baseDelay</source>
        <translation>ist kürzer als die erste Wartezeit</translation>
    </message>
    <message>
        <source>no process has a step &apos;%1&apos;</source>
        <translation>kein Prozess hat einen Schritt „%1“</translation>
    </message>
    <message>
        <source>%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived. Have them sent again; this closes by itself when they have come.</source>
        <translation>%1 meldet %2 Aufträge zwischen %3 und %4 am %5 (UTC), angekommen sind %6. Lassen Sie die fehlenden noch einmal senden; dies schließt sich von selbst, wenn sie da sind.</translation>
    </message>
    <message>
        <source>%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived; in all %7 windows that differ %8 are missing and %9 too many. Have them sent again; this closes by itself when they have come.</source>
        <translation>%1 meldet %2 Aufträge zwischen %3 und %4 am %5 (UTC), angekommen sind %6; in allen %7 abweichenden Zeiträumen fehlen %8, und %9 sind zu viel. Lassen Sie die fehlenden noch einmal senden; dies schließt sich von selbst, wenn sie da sind.</translation>
    </message>
    <message>
        <source>%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived. Ask which of them it did not send.</source>
        <translation>%1 meldet %2 Aufträge zwischen %3 und %4 am %5 (UTC), angekommen sind %6. Fragen Sie, welche davon nicht von dort sind.</translation>
    </message>
    <message>
        <source>%1 says %2 orders between %3 and %4 on %5 (UTC), %6 arrived; in all %7 windows that differ %8 are missing and %9 too many. Ask which of them it did not send.</source>
        <translation>%1 meldet %2 Aufträge zwischen %3 und %4 am %5 (UTC), angekommen sind %6; in allen %7 abweichenden Zeiträumen fehlen %8, und %9 sind zu viel. Fragen Sie, welche davon nicht von dort sind.</translation>
    </message>
    <message>
        <source>%1 has told nothing since %2, and what is due from it cannot be judged. See whether it runs and writes; this closes by itself when it tells again.</source>
        <translation>%1 hat seit %2 nichts gemeldet; was von dort fällig ist, lässt sich nicht beurteilen. Sehen Sie nach, ob es läuft und schreibt; dies schließt sich von selbst, wenn es wieder meldet.</translation>
    </message>
    <message>
        <source>%1 has told nothing so far, and what is due from it cannot be judged. See whether it runs and writes; this closes by itself when it tells again.</source>
        <translation>%1 hat bisher nichts gemeldet; was von dort fällig ist, lässt sich nicht beurteilen. Sehen Sie nach, ob es läuft und schreibt; dies schließt sich von selbst, wenn es wieder meldet.</translation>
    </message>
    <message>
        <source>the system has told everything up to %1</source>
        <translation>das System hat alles bis %1 mitgeteilt</translation>
    </message>
    <message>
        <source>it is open</source>
        <translation>sie ist offen</translation>
    </message>
    <message>
        <source>the order has had no such exception</source>
        <translation>der Auftrag hatte keine solche Ausnahme</translation>
    </message>
    <message>
        <source>another exception is open about the same call</source>
        <translation>zum selben Aufruf ist eine andere Ausnahme offen</translation>
    </message>
    <message>
        <source>it was not closed by hand (%1); only what was resolved is reopened</source>
        <translation>sie wurde nicht von Hand geschlossen (%1); nur Gelöstes wird wieder geöffnet</translation>
    </message>
    <message>
        <source>the order is cancelled</source>
        <translation>der Auftrag ist storniert</translation>
    </message>
    <message>
        <source>nothing of the order is being taken back any more</source>
        <translation>vom Auftrag wird nichts mehr zurückgenommen</translation>
    </message>
    <message>
        <source>step %1 was taken up by another call meanwhile</source>
        <translation>Schritt %1 wurde inzwischen von einem anderen Aufruf übernommen</translation>
    </message>
    <message>
        <source>the order went on without it: step %1 has begun</source>
        <translation>der Auftrag ging ohne ihn weiter: Schritt %1 hat begonnen</translation>
    </message>
    <message>
        <source>its units were planned anew meanwhile</source>
        <translation>seine Einheiten wurden inzwischen neu geplant</translation>
    </message>
    <message>
        <source>what it was about is not so any more</source>
        <translation>worum es ging, ist nicht mehr so</translation>
    </message>
    <message>
        <source>its message could be used meanwhile</source>
        <translation>ihre Nachricht konnte inzwischen verarbeitet werden</translation>
    </message>
    <message>
        <source>it was closed as soon as it was opened</source>
        <translation>sie wurde geschlossen, sobald sie geöffnet war</translation>
    </message>
    <message>
        <source>does not know message %1</source>
        <translation>kennt Nachricht %1 nicht</translation>
    </message>
    <message>
        <source>does not know invoice %1</source>
        <translation>kennt Rechnung %1 nicht</translation>
    </message>
    <message>
        <source>it closed again at once: %1</source>
        <translation>sie schloss sich sofort wieder: %1</translation>
    </message>
    <message>
        <source>it is open again</source>
        <translation>sie ist wieder offen</translation>
    </message>
    <message>
        <source>opens it again; nothing is sent</source>
        <translation>öffnet sie wieder; gesendet wird nichts</translation>
    </message>
    <message>
        <source>it is closed: %1</source>
        <translation>sie ist geschlossen: %1</translation>
    </message>
    <message>
        <source>The customer no longer wants %1 of line %2, which cannot be taken back any more. Agree on a return with them, then resolve this.</source>
        <translation>Der Kunde möchte %1 von Position %2 nicht mehr, doch sie lassen sich nicht mehr zurücknehmen. Vereinbaren Sie mit ihm eine Rücksendung und schließen Sie dies dann ab.</translation>
    </message>
    <message>
        <source>Of line %1 (%2) %3 are missing; %4 is there and could be sent instead. Ask the customer: edit the line&apos;s substitution to allowed, or resolve this to wait for stock.</source>
        <translation>Von Position %1 (%2) fehlen %3; %4 ist da und könnte stattdessen gesandt werden. Fragen Sie den Kunden: setzen Sie den Ersatz der Position auf erlaubt (allowed), oder schließen Sie dies ab, um auf Bestand zu warten.</translation>
    </message>
    <message>
        <source>%1 reports %2 units of %3 returned; %4 of them are known to have left and not come back. Find out whose the others are.</source>
        <translation>%1 meldet %2 Stück von %3 als zurückgesandt; von %4 davon ist bekannt, dass sie abgingen und noch nicht zurück waren. Klären Sie, wem die übrigen gehören.</translation>
    </message>
    <message>
        <source>steps are being taken back; wait until that has ended</source>
        <translation>Schritte werden gerade zurückgenommen; warten Sie, bis das beendet ist</translation>
    </message>
    <message>
        <source>no message that could be read again is behind it</source>
        <translation>dahinter steht keine Nachricht, die sich neu lesen ließe</translation>
    </message>
    <message>
        <source>reads its message again, with the map of today</source>
        <translation>liest die Nachricht neu, nach der heutigen Zuordnung</translation>
    </message>
    <message>
        <source>its message was used</source>
        <translation>die Nachricht wurde verwendet</translation>
    </message>
    <message>
        <source>the outcome of step %1 at %2 is unknown; settle that first</source>
        <translation>das Ergebnis von Schritt %1 bei %2 ist unbekannt; klären Sie das zuerst</translation>
    </message>
    <message>
        <source>step %1 at %2 is under way; wait for its answer</source>
        <translation>Schritt %1 bei %2 läuft gerade; warten Sie die Antwort ab</translation>
    </message>
    <message>
        <source>%1 wants to change order %2, which has not come. The change waits for it; ask for the order.</source>
        <translation>%1 möchte Auftrag %2 ändern, der nicht gekommen ist. Die Änderung wartet auf ihn; fragen Sie nach dem Auftrag.</translation>
    </message>
    <message>
        <source>its order has come</source>
        <translation>sein Auftrag ist gekommen</translation>
    </message>
    <message>
        <source>a later change came before it</source>
        <translation>eine spätere Änderung kam ihr zuvor</translation>
    </message>
    <message>
        <source>the map that it was made with is not kept any more</source>
        <translation>die Zuordnung, mit der er gemacht wurde, ist nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>with the map of then it could not be read</source>
        <translation>mit der damaligen Zuordnung war sie nicht zu lesen</translation>
    </message>
    <message>
        <source>the shipment was reported</source>
        <translation>die Sendung wurde gemeldet</translation>
    </message>
    <message>
        <source>%1 %2: nothing more is to leave</source>
        <translation>%1 %2: es geht nichts mehr hinaus</translation>
    </message>
    <message>
        <source>has taken step %1 back</source>
        <translation>hat Schritt %1 zurückgenommen</translation>
    </message>
    <message>
        <source>nothing from there on waits to be made anew</source>
        <translation>von dort an wartet nichts darauf, neu gemacht zu werden</translation>
    </message>
    <message>
        <source>no step comes after &apos;%1&apos; and none is called so; name a step or a milestone</source>
        <translation>nach „%1“ kommt kein Schritt, und keiner heißt so; nennen Sie einen Schritt oder einen Meilenstein</translation>
    </message>
    <message>
        <source>%1, step %2 of %3 may or may not be done (%4), and the machine cannot find out. Look there: retry it if it was not done, adopt it if it was.</source>
        <translation>%1, Schritt %2 von %3, ist vielleicht getan, vielleicht nicht (%4), und die Maschine kann es nicht herausfinden. Sehen Sie dort nach: wiederholen, wenn es nicht getan ist, anerkennen, wenn doch.</translation>
    </message>
    <message>
        <source>it is closed: its cause is gone</source>
        <translation>sie ist geschlossen: ihre Ursache ist weg</translation>
    </message>
    <message>
        <source>it is closed: its system answered</source>
        <translation>sie ist geschlossen: ihr System hat geantwortet</translation>
    </message>
    <message>
        <source>it is closed: a later status was understood</source>
        <translation>sie ist geschlossen: ein späterer Status wurde verstanden</translation>
    </message>
    <message>
        <source>it is closed: retried</source>
        <translation>sie ist geschlossen: wiederholt</translation>
    </message>
    <message>
        <source>it is closed: edited</source>
        <translation>sie ist geschlossen: geändert</translation>
    </message>
    <message>
        <source>it is closed: adopted</source>
        <translation>sie ist geschlossen: anerkannt</translation>
    </message>
    <message>
        <source>it is closed: skipped</source>
        <translation>sie ist geschlossen: übersprungen</translation>
    </message>
    <message>
        <source>it is closed: replayed</source>
        <translation>sie ist geschlossen: neu abgespielt</translation>
    </message>
    <message>
        <source>it is closed: it answers again</source>
        <translation>sie ist geschlossen: das System antwortet wieder</translation>
    </message>
    <message>
        <source>it is closed: resolved by %1: %2</source>
        <translation>sie ist geschlossen: von %1 erledigt: %2</translation>
    </message>
    <message>
        <source>%1 reports &quot;%2&quot;, which its pack does not know. Add it to the status table of the pack.</source>
        <translation>%1 meldet „%2“, was sein Paket nicht kennt. Nehmen Sie es in die Statustabelle des Pakets auf.</translation>
    </message>
    <message>
        <source>sends %1 to %2</source>
        <translation>sendet %1 an %2</translation>
    </message>
    <message>
        <source>asks about %1 to %2</source>
        <translation>fragt %2 nach %1</translation>
    </message>
    <message>
        <source>takes back %1 to %2</source>
        <translation>nimmt %1 bei %2 zurück</translation>
    </message>
    <message>
        <source>stops at step %1 for a person</source>
        <translation>hält bei Schritt %1 für eine Person an</translation>
    </message>
    <message>
        <source>%1 would say the same as before</source>
        <translation>%1 würde dasselbe sagen wie zuvor</translation>
    </message>
    <message>
        <source>%1 was done at %2 with the old data</source>
        <translation>%1 ist bei %2 mit den alten Daten erledigt</translation>
    </message>
    <message>
        <source>no call</source>
        <translation>kein Aufruf</translation>
    </message>
    <message>
        <source>say from which step on it is taken back</source>
        <translation>sagen Sie, ab welchem Schritt zurückgenommen wird</translation>
    </message>
    <message>
        <source>clear it up, then resolve it</source>
        <translation>klären Sie es, dann erledigen</translation>
    </message>
    <message>
        <source>agree with the customer on what has left, a return or keeping it; then resolve it</source>
        <translation>vereinbaren Sie mit dem Kunden, was mit dem geschieht, was schon weg ist: Rücksendung oder behalten; dann erledigen</translation>
    </message>
    <message>
        <source>it may have been done, and under a new key %1 would do it again; find out there first</source>
        <translation>es ist vielleicht erledigt, und unter neuem Schlüssel täte %1 es noch einmal; klären Sie es zuerst dort</translation>
    </message>
    <message>
        <source>it may have been done; find out there first; adopt accepts it</source>
        <translation>es ist vielleicht erledigt; klären Sie es zuerst dort; Anerkennen nimmt es als erledigt</translation>
    </message>
    <message>
        <source>the order cannot go on without step %1</source>
        <translation>ohne Schritt %1 kann der Auftrag nicht weitergehen</translation>
    </message>
    <message>
        <source>shipment %1 is billed already</source>
        <translation>Sendung %1 ist bereits berechnet</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 Std</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>The demo systems have gone: nothing answers. Orders wait and go on when the systems are there again.</source>
        <translation>Die Demo-Systeme sind weg: nichts antwortet. Aufträge warten und laufen weiter, wenn die Systeme wieder da sind.</translation>
    </message>
    <message>
        <source>Start the demo systems</source>
        <translation>Demo-Systeme starten</translation>
    </message>
    <message>
        <source>Reading only: another program drives these orders. You can look at everything; to act, use that program or end it. (%1)</source>
        <translation>Nur Ansicht: Ein anderes Programm steuert diese Aufträge. Sie können alles ansehen; zum Handeln nutzen oder beenden Sie jenes Programm. (%1)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Orders stand still because the engine could not be started. Put right what is wrong, then try again. %1</source>
        <translation>Aufträge stehen still, weil die Steuerung nicht starten konnte. Beheben Sie die Ursache und versuchen Sie es erneut. %1</translation>
    </message>
    <message>
        <source>The engine is stopped: orders stand still, and what partners send waits with them. Nothing is lost.</source>
        <translation>Die Steuerung ist angehalten: Aufträge stehen still, und was Partner senden, wartet dort. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Steuerung starten</translation>
    </message>
    <message>
        <source>The store cannot be read, so what you see may be old. It is tried again every second. %1</source>
        <translation>Der Speicher ist nicht lesbar; was Sie sehen, kann veraltet sein. Jede Sekunde wird es erneut versucht. %1</translation>
    </message>
    <message>
        <source>Nothing can be saved, so orders stand still: %1. Check that the disk has room and that the folder of the store may be written to. It goes on by itself.</source>
        <translation>Nichts kann gespeichert werden, daher stehen Aufträge still: %1. Prüfen Sie den freien Platz und die Schreibrechte am Ordner des Speichers. Es geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The clock of this computer was set back: it is %1 behind the time that was already recorded. Due times wait until it has caught up. Check date and time of this computer.</source>
        <translation>Die Uhr dieses Rechners wurde zurückgestellt: Sie geht %1 gegenüber der bereits erfassten Zeit nach. Fristen warten, bis sie aufgeholt hat. Prüfen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>No connected system answers. Check the network of this computer. Calls wait and go on by themselves; nothing is sent twice.</source>
        <translation>Kein verbundenes System antwortet. Prüfen Sie das Netzwerk dieses Rechners. Aufrufe warten und laufen von selbst weiter; nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>Show systems</source>
        <translation>Systeme zeigen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation>Ändern und wiederholen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Anerkennen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Neu abspielen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kreditlimit</translation>
    </message>
    <message>
        <source>Fraud check</source>
        <translation>Betrugsprüfung</translation>
    </message>
    <message>
        <source>Customer&apos;s wish</source>
        <translation>Kundenwunsch</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Accept in ERP</source>
        <translation>Im ERP annehmen</translation>
    </message>
    <message>
        <source>Plan fulfillment</source>
        <translation>Ausführung planen</translation>
    </message>
    <message>
        <source>Allocate</source>
        <translation>Zuteilen</translation>
    </message>
    <message>
        <source>Release to warehouse</source>
        <translation>An Lager freigeben</translation>
    </message>
    <message>
        <source>Tender to carrier</source>
        <translation>Frachtführer beauftragen</translation>
    </message>
    <message>
        <source>Post shipment</source>
        <translation>Versand buchen</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Notify customer</source>
        <translation>Kunden benachrichtigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Channel order</source>
        <translation>Kanalauftrag</translation>
    </message>
    <message>
        <source>ERP sale</source>
        <translation>ERP-Auftrag</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Kommissionierung</translation>
    </message>
    <message>
        <source>Carrier booking</source>
        <translation>Frachtbuchung</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Tax document</source>
        <translation>Steuerbeleg</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Order received</source>
        <translation>Auftrag eingegangen</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Auftrag geändert</translation>
    </message>
    <message>
        <source>Message noted</source>
        <translation>Nachricht vermerkt</translation>
    </message>
    <message>
        <source>Message received</source>
        <translation>Nachricht eingegangen</translation>
    </message>
    <message>
        <source>Step taken</source>
        <translation>Schritt ausgeführt</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Tax stated</source>
        <translation>Steuer gemeldet</translation>
    </message>
    <message>
        <source>Line priced</source>
        <translation>Position bepreist</translation>
    </message>
    <message>
        <source>Fulfillment planned</source>
        <translation>Ausführung geplant</translation>
    </message>
    <message>
        <source>Units moved</source>
        <translation>Einheiten bewegt</translation>
    </message>
    <message>
        <source>Units refused</source>
        <translation>Einheiten verweigert</translation>
    </message>
    <message>
        <source>Fulfillment closed</source>
        <translation>Ausführung beendet</translation>
    </message>
    <message>
        <source>Carrier booked</source>
        <translation>Fracht gebucht</translation>
    </message>
    <message>
        <source>Goods left</source>
        <translation>Ware hat das Lager verlassen</translation>
    </message>
    <message>
        <source>Carrier status</source>
        <translation>Frachtstatus</translation>
    </message>
    <message>
        <source>Early carrier status</source>
        <translation>Früher Frachtstatus</translation>
    </message>
    <message>
        <source>Shipment posted</source>
        <translation>Versand gebucht</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Number learned</source>
        <translation>Nummer bekannt</translation>
    </message>
    <message>
        <source>Call decided</source>
        <translation>Aufruf beschlossen</translation>
    </message>
    <message>
        <source>Call sent</source>
        <translation>Aufruf gesendet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Look-up sent</source>
        <translation>Nachfrage gesendet</translation>
    </message>
    <message>
        <source>Look-up answer</source>
        <translation>Antwort auf Nachfrage</translation>
    </message>
    <message>
        <source>Call settled</source>
        <translation>Aufruf abgeschlossen</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Erneut versucht</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>An Person übergeben</translation>
    </message>
    <message>
        <source>Expecting</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expectation met</source>
        <translation>Erwartung erfüllt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Exception opened</source>
        <translation>Ausnahme eröffnet</translation>
    </message>
    <message>
        <source>Exception closed</source>
        <translation>Ausnahme geschlossen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>Sperre aufgehoben</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Input failed</source>
        <translation>Eingabe fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Closed, nothing left</source>
        <translation>Beendet, nichts versandt</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Shipment confirmation</source>
        <translation>Versandbestätigung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Empfangsbestätigung</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgesandt</translation>
    </message>
    <message>
        <source>Waiting for allocation</source>
        <translation>Wartet auf Zuteilung</translation>
    </message>
    <message>
        <source>Shipment not confirmed</source>
        <translation>Versand nicht bestätigt</translation>
    </message>
    <message>
        <source>Shipped, not posted</source>
        <translation>Versandt, nicht gebucht</translation>
    </message>
    <message>
        <source>Invoice blocked</source>
        <translation>Rechnung blockiert</translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation>Zusage gebrochen</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Braucht eine Person</translation>
    </message>
    <message>
        <source>Attempts used up</source>
        <translation>Versuche aufgebraucht</translation>
    </message>
    <message>
        <source>Business rule</source>
        <translation>Geschäftsregel</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>Unbekannter Status</translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Nothing heard</source>
        <translation>Keine Meldung</translation>
    </message>
    <message>
        <source>Compensation incomplete</source>
        <translation>Rückabwicklung unvollständig</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>a partner</source>
        <translation>einen Partner</translation>
    </message>
    <message>
        <source>A person must decide: %1</source>
        <translation>Eine Person muss entscheiden: %1</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>%1 does not answer (%2)</source>
        <translation>%1 antwortet nicht (%2)</translation>
    </message>
    <message>
        <source>Waits for stock of %1</source>
        <translation>Wartet auf Bestand von %1</translation>
    </message>
    <message>
        <source>Tries %1 again</source>
        <translation>Versucht %1 erneut</translation>
    </message>
    <message>
        <source>Waits for the answer of %1 (%2)</source>
        <translation>Wartet auf Antwort von %1 (%2)</translation>
    </message>
    <message>
        <source>Waits for %1 to take the document</source>
        <translation>Wartet, dass %1 den Beleg annimmt</translation>
    </message>
    <message>
        <source>Waits for the next working time of %1</source>
        <translation>Wartet auf die nächste Arbeitszeit von %1</translation>
    </message>
    <message>
        <source>Waits for %1 to confirm the shipment</source>
        <translation>Wartet auf die Versandbestätigung von %1</translation>
    </message>
    <message>
        <source>Waits for the delivery</source>
        <translation>Wartet auf die Zustellung</translation>
    </message>
    <message>
        <source>Goes on at once</source>
        <translation>Geht sofort weiter</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>Nicht gefunden: %1</translation>
    </message>
    <message>
        <source>It changed meanwhile: %1</source>
        <translation>Inzwischen geändert: %1</translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation>Das ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Not reachable now, try again: %1</source>
        <translation>Zurzeit nicht erreichbar, bitte erneut versuchen: %1</translation>
    </message>
    <message>
        <source>It took too long: %1</source>
        <translation>Es dauerte zu lange: %1</translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation>Nicht erlaubt: %1</translation>
    </message>
    <message>
        <source>Something is broken: %1</source>
        <translation>Etwas ist defekt: %1</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Auftrag im ERP</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Not known there</source>
        <translation>Dort nicht bekannt</translation>
    </message>
    <message>
        <source>Left in part</source>
        <translation>Teilweise weg</translation>
    </message>
    <message>
        <source>Not left</source>
        <translation>Nicht weg</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Stichwort entfernt</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Ruhen</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Steht bevor</translation>
    </message>
    <message>
        <source>Stuck: needs a person</source>
        <translation>Hängt: braucht einen Menschen</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>By a call</source>
        <translation>Durch Aufruf</translation>
    </message>
    <message>
        <source>Ask the partner</source>
        <translation>Partner fragen</translation>
    </message>
    <message>
        <source>Cannot be taken back</source>
        <translation>Nicht rücknehmbar</translation>
    </message>
    <message>
        <source>Waits for its outcome</source>
        <translation>Wartet auf den Ausgang</translation>
    </message>
    <message>
        <source>Was not done</source>
        <translation>War nicht erledigt</translation>
    </message>
    <message>
        <source>Leaves no trace</source>
        <translation>Hinterlässt nichts</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Taken back, to be mended</source>
        <translation>Zurückgenommen, zu berichtigen</translation>
    </message>
    <message>
        <source>Taking back began</source>
        <translation>Rücknahme begonnen</translation>
    </message>
    <message>
        <source>Step taken back</source>
        <translation>Schritt zurückgenommen</translation>
    </message>
    <message>
        <source>Taking back ended</source>
        <translation>Rücknahme beendet</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>Ware zurück</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Wieder geöffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Attempt ended</source>
        <translation>Versuch beendet</translation>
    </message>
    <message>
        <source>System asked</source>
        <translation>System gefragt</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Von anderen übernommen</translation>
    </message>
    <message>
        <source>its cause is gone</source>
        <translation>ihre Ursache ist weg</translation>
    </message>
    <message>
        <source>the system answered</source>
        <translation>das System hat geantwortet</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>anerkannt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>replayed</source>
        <translation>neu gesendet</translation>
    </message>
    <message>
        <source>resolved by hand</source>
        <translation>von Hand gelöst</translation>
    </message>
    <message>
        <source>a later status was understood</source>
        <translation>ein späterer Status wurde verstanden</translation>
    </message>
    <message>
        <source>the system answers again</source>
        <translation>das System antwortet wieder</translation>
    </message>
    <message>
        <source>it could be read when it came again</source>
        <translation>sie war lesbar, als sie noch einmal kam</translation>
    </message>
    <message>
        <source>Change policy</source>
        <translation>Regel geändert</translation>
    </message>
    <message>
        <source>Restore policy</source>
        <translation>Regel wiederhergestellt</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Tell the ERP of the change</source>
        <translation>Änderung dem ERP melden</translation>
    </message>
    <message>
        <source>Credit what came back</source>
        <translation>Rücksendung gutschreiben</translation>
    </message>
    <message>
        <source>Order change</source>
        <translation>Auftragsänderung</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rücksendung</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Storno</translation>
    </message>
    <message>
        <source>Lines changed</source>
        <translation>Positionen geändert</translation>
    </message>
    <message>
        <source>Change known to the ERP</source>
        <translation>Änderung dem ERP bekannt</translation>
    </message>
    <message>
        <source>Changed too late</source>
        <translation>Zu spät geändert</translation>
    </message>
    <message>
        <source>By cause</source>
        <translation>Nach Ursache</translation>
    </message>
    <message>
        <source>By system</source>
        <translation>Nach System</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>Nach Schritt</translation>
    </message>
    <message>
        <source>By contract</source>
        <translation>Nach Vertrag</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>Nach Kunde</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Nach Team</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Early return</source>
        <translation>Frühe Rücksendung</translation>
    </message>
    <message>
        <source>connection cut before the answer</source>
        <translation>Verbindung brach vor der Antwort ab</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Frist</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>not sent in time</source>
        <translation>nicht rechtzeitig gesendet</translation>
    </message>
    <message>
        <source>could not be written</source>
        <translation>konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>Antwort nicht lesbar</translation>
    </message>
    <message>
        <source>belongs to no order</source>
        <translation>gehört zu keinem Auftrag</translation>
    </message>
    <message>
        <source>carrier contradicts delivery</source>
        <translation>Spediteur widerspricht der Zustellung</translation>
    </message>
    <message>
        <source>changed too late</source>
        <translation>zu spät geändert</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>item was not ordered</source>
        <translation>Artikel nicht bestellt</translation>
    </message>
    <message>
        <source>message number used twice</source>
        <translation>Nachrichtennummer doppelt verwendet</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>shipment without units</source>
        <translation>Sendung ohne Stück</translation>
    </message>
    <message>
        <source>short pick</source>
        <translation>zu wenig entnommen</translation>
    </message>
    <message>
        <source>is silent</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>more orders than were sent</source>
        <translation>mehr Aufträge als gesendet</translation>
    </message>
    <message>
        <source>orders are missing</source>
        <translation>Aufträge fehlen</translation>
    </message>
    <message>
        <source>system does not answer</source>
        <translation>System antwortet nicht</translation>
    </message>
    <message>
        <source>shipped out of turn</source>
        <translation>außer der Reihe versandt</translation>
    </message>
    <message>
        <source>parcel refused</source>
        <translation>Paket verweigert</translation>
    </message>
    <message>
        <source>parcel lost</source>
        <translation>Paket verloren</translation>
    </message>
    <message>
        <source>parcel damaged</source>
        <translation>Paket beschädigt</translation>
    </message>
    <message>
        <source>parcel late</source>
        <translation>Paket verspätet</translation>
    </message>
    <message>
        <source>Control number</source>
        <translation>Kontrollnummer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Sales channel</source>
        <translation>Vertriebskanal</translation>
    </message>
    <message>
        <source>ERP</source>
        <translation>ERP</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Warehouse of a partner</source>
        <translation>Lager eines Partners</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Customer messages</source>
        <translation>Kundennachrichten</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung zurückspielen</translation>
    </message>
</context>
<context>
    <name>X12Words</name>
    <message>
        <source>Envelope of the interchange</source>
        <translation>Umschlag der Übertragung</translation>
    </message>
    <message>
        <source>Group of documents</source>
        <translation>Gruppe von Belegen</translation>
    </message>
    <message>
        <source>Document begins</source>
        <translation>Beleg beginnt</translation>
    </message>
    <message>
        <source>Document ends; segments</source>
        <translation>Beleg endet; Segmente</translation>
    </message>
    <message>
        <source>Group ends; documents</source>
        <translation>Gruppe endet; Belege</translation>
    </message>
    <message>
        <source>Interchange ends; groups</source>
        <translation>Übertragung endet; Gruppen</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Change of a purchase order</source>
        <translation>Änderung einer Bestellung</translation>
    </message>
    <message>
        <source>Acknowledgement of a purchase order</source>
        <translation>Bestätigung einer Bestellung</translation>
    </message>
    <message>
        <source>Acknowledgement of a change</source>
        <translation>Bestätigung einer Änderung</translation>
    </message>
    <message>
        <source>Ship notice</source>
        <translation>Lieferavis</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Shipping order to the warehouse</source>
        <translation>Versandauftrag an das Lager</translation>
    </message>
    <message>
        <source>Shipment of the warehouse</source>
        <translation>Versand des Lagers</translation>
    </message>
    <message>
        <source>Item shipped</source>
        <translation>Versandter Artikel</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Frachtführer</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Total units shipped</source>
        <translation>Versandte Einheiten insgesamt</translation>
    </message>
    <message>
        <source>Total units ordered</source>
        <translation>Bestellte Einheiten insgesamt</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Verpackung</translation>
    </message>
    <message>
        <source>Pack and weight</source>
        <translation>Packstück und Gewicht</translation>
    </message>
    <message>
        <source>Mark or number on the package</source>
        <translation>Kennzeichen oder Nummer am Packstück</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Freight terms</source>
        <translation>Frachtbedingungen</translation>
    </message>
    <message>
        <source>Sales requirement</source>
        <translation>Vertriebsvorgabe</translation>
    </message>
    <message>
        <source>Allowance or charge</source>
        <translation>Nachlass oder Zuschlag</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>Zahlungsbedingungen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Packages and weight</source>
        <translation>Packstücke und Gewicht</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Ladeeinheit</translation>
    </message>
    <message>
        <source>Carrier and route</source>
        <translation>Frachtführer und Weg</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Further name</source>
        <translation>Weiterer Name</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>City, region, postal code</source>
        <translation>Ort, Region, Postleitzahl</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Line ordered</source>
        <translation>Bestellte Position</translation>
    </message>
    <message>
        <source>Line changed</source>
        <translation>Geänderte Position</translation>
    </message>
    <message>
        <source>Packing of the item</source>
        <translation>Verpackung des Artikels</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Line acknowledged</source>
        <translation>Bestätigte Position</translation>
    </message>
    <message>
        <source>Schedule of the line</source>
        <translation>Termin der Position</translation>
    </message>
    <message>
        <source>Quantities by destination</source>
        <translation>Mengen je Ziel</translation>
    </message>
    <message>
        <source>Part of the line</source>
        <translation>Teil der Position</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Quantity shipped</source>
        <translation>Versandte Menge</translation>
    </message>
    <message>
        <source>Purchase order referred to</source>
        <translation>Bezug auf Bestellung</translation>
    </message>
    <message>
        <source>Line invoiced</source>
        <translation>Berechnete Position</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total of the invoice, in cents</source>
        <translation>Rechnungssumme in Cent</translation>
    </message>
    <message>
        <source>Carrier of the shipment</source>
        <translation>Frachtführer der Sendung</translation>
    </message>
    <message>
        <source>Units shipped in all</source>
        <translation>Versandte Einheiten insgesamt</translation>
    </message>
    <message>
        <source>Number of lines</source>
        <translation>Anzahl der Positionen</translation>
    </message>
    <message>
        <source>Number of the group</source>
        <translation>Nummer der Gruppe</translation>
    </message>
    <message>
        <source>Acknowledges the group</source>
        <translation>Quittiert die Gruppe</translation>
    </message>
    <message>
        <source>Acknowledges the document</source>
        <translation>Quittiert den Beleg</translation>
    </message>
    <message>
        <source>Fault in the segment</source>
        <translation>Fehler im Segment</translation>
    </message>
    <message>
        <source>Fault in the element</source>
        <translation>Fehler im Element</translation>
    </message>
    <message>
        <source>Verdict on the document</source>
        <translation>Urteil über den Beleg</translation>
    </message>
    <message>
        <source>Verdict on the group</source>
        <translation>Urteil über die Gruppe</translation>
    </message>
    <message>
        <source>ship to</source>
        <translation>Lieferung an</translation>
    </message>
    <message>
        <source>bill to</source>
        <translation>Rechnung an</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>ship from</source>
        <translation>Versand ab</translation>
    </message>
    <message>
        <source>seller</source>
        <translation>Verkäufer</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>remit to</source>
        <translation>Zahlung an</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>depositor</source>
        <translation>Einlagerer</translation>
    </message>
    <message>
        <source>consignee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>mark for</source>
        <translation>bestimmt für</translation>
    </message>
    <message>
        <source>purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>customer&apos;s order</source>
        <translation>Auftrag des Kunden</translation>
    </message>
    <message>
        <source>supplier number</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <source>department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>bill of lading</source>
        <translation>Frachtbrief</translation>
    </message>
    <message>
        <source>carrier&apos;s number</source>
        <translation>Nummer des Frachtführers</translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>shipment</source>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>supplier&apos;s order</source>
        <translation>Auftrag des Lieferanten</translation>
    </message>
    <message>
        <source>agreed between the partners</source>
        <translation>zwischen den Partnern vereinbart</translation>
    </message>
    <message>
        <source>delivery wanted</source>
        <translation>Lieferung gewünscht</translation>
    </message>
    <message>
        <source>ship on</source>
        <translation>Versand am</translation>
    </message>
    <message>
        <source>cancel after</source>
        <translation>stornieren nach</translation>
    </message>
    <message>
        <source>ship not before</source>
        <translation>Versand nicht vor</translation>
    </message>
    <message>
        <source>ship not after</source>
        <translation>Versand nicht nach</translation>
    </message>
    <message>
        <source>deliver not after</source>
        <translation>Lieferung nicht nach</translation>
    </message>
    <message>
        <source>deliver not before</source>
        <translation>Lieferung nicht vor</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>delivery estimated</source>
        <translation>Lieferung erwartet</translation>
    </message>
    <message>
        <source>delivery promised</source>
        <translation>Lieferung zugesagt</translation>
    </message>
    <message>
        <source>acknowledgement of a purchase order</source>
        <translation>Bestätigung einer Bestellung</translation>
    </message>
    <message>
        <source>ship notice</source>
        <translation>Lieferavis</translation>
    </message>
    <message>
        <source>change of a purchase order</source>
        <translation>Änderung einer Bestellung</translation>
    </message>
    <message>
        <source>acknowledgement of a change</source>
        <translation>Bestätigung einer Änderung</translation>
    </message>
    <message>
        <source>shipping order to the warehouse</source>
        <translation>Versandauftrag an das Lager</translation>
    </message>
    <message>
        <source>shipping advice of the warehouse</source>
        <translation>Versandmeldung des Lagers</translation>
    </message>
    <message>
        <source>stock transfer sent</source>
        <translation>Umlagerung abgesandt</translation>
    </message>
    <message>
        <source>stock transfer received</source>
        <translation>Umlagerung eingegangen</translation>
    </message>
    <message>
        <source>stock report</source>
        <translation>Bestandsmeldung</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Empfangsquittung</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>accepted with errors</source>
        <translation>mit Fehlern angenommen</translation>
    </message>
    <message>
        <source>accepted in part</source>
        <translation>teilweise angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>tare</source>
        <translation>Ladungsträger</translation>
    </message>
    <message>
        <source>package</source>
        <translation>Packstück</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>milepost::AboutDialog</name>
    <message>
        <source>About Milepost</source>
        <translation>Über Milepost</translation>
    </message>
    <message>
        <source>Milepost %1</source>
        <translation>Milepost %1</translation>
    </message>
    <message>
        <source>Drives every order through the systems that fulfil it, and puts whatever gets stuck in front of a person.</source>
        <translation>Führt jeden Auftrag durch die Systeme, die ihn ausführen, und legt vor, was hängen bleibt.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Erstellt mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>milepost::ActivityPage</name>
    <message>
        <source>Not applied</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Cancel the work</source>
        <translation>Arbeit ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Older entries</source>
        <translation>Ä&amp;ltere Einträge</translation>
    </message>
    <message>
        <source>Work of this &amp;session</source>
        <translation>Arbeit dieser &amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ktionen</translation>
    </message>
    <message>
        <source>What &amp;people did</source>
        <translation>Was &amp;Personen taten</translation>
    </message>
    <message>
        <source>Work of this session</source>
        <translation>Arbeit dieser Sitzung</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>What people did</source>
        <translation>Was Personen taten</translation>
    </message>
    <message>
        <source>Search what people did</source>
        <translation>Suchen, was Personen taten</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>No long work yet</source>
        <translation>Noch keine längere Arbeit</translation>
    </message>
    <message>
        <source>Retries, exports, backups and verifications appear here with their progress.</source>
        <translation>Wiederholungen, Exporte, Sicherungen und Prüfungen erscheinen hier mit ihrem Fortschritt.</translation>
    </message>
    <message>
        <source>No action yet</source>
        <translation>Noch keine Aktion</translation>
    </message>
    <message>
        <source>Retries, edits, holds and releases are listed here for good.</source>
        <translation>Wiederholungen, Änderungen, Sperren und Freigaben stehen hier dauerhaft.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>What people do is written down here and never changed.</source>
        <translation>Was Personen tun, wird hier festgehalten und nie geändert.</translation>
    </message>
    <message>
        <source>Export what people did</source>
        <translation>Exportieren, was Personen taten</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are in %1</source>
        <translation>
            <numerusform>%n Eintrag steht in %1</numerusform>
            <numerusform>%n Einträge stehen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Who, what, on what, why, before or after</source>
        <translation>Wer, was, woran, warum, vorher oder nachher</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>milepost::AnnotationDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What others should know:</source>
        <translation>Was andere wissen sollen:</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Its number in your ticket system:</source>
        <translation>Nummer in Ihrem Ticketsystem:</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>One word to find it by:</source>
        <translation>Ein Wort zum Wiederfinden:</translation>
    </message>
    <message>
        <source>Sleep until later</source>
        <translation>Bis später ruhen lassen</translation>
    </message>
    <message>
        <source>Hours until it is listed again; 0 wakes it:</source>
        <translation>Stunden, bis es wieder erscheint; 0 weckt es:</translation>
    </message>
</context>
<context>
    <name>milepost::CloseDialog</name>
    <message>
        <source>Work is under way</source>
        <translation>Es wird noch gearbeitet</translation>
    </message>
    <message numerus="yes">
        <source>%n long work(s) of yours are not finished yet.</source>
        <translation>
            <numerusform>%n Arbeit ist noch nicht fertig.</numerusform>
            <numerusform>%n Arbeiten sind noch nicht fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to partners have not been answered yet.</source>
        <translation>
            <numerusform>%n Aufruf an Partner ist noch unbeantwortet.</numerusform>
            <numerusform>%n Aufrufe an Partner sind noch unbeantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders stand still while Milepost is closed. Nothing is lost or done twice: whatever is stopped goes on at the next start.</source>
        <translation>Aufträge stehen still, solange Milepost geschlossen ist. Nichts geht verloren oder geschieht doppelt: Was angehalten wird, läuft beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>&amp;Wait until it is done</source>
        <translation>&amp;Warten, bis es fertig ist</translation>
    </message>
    <message>
        <source>&amp;Stop now</source>
        <translation>Jetzt &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>milepost::DataTable</name>
    <message numerus="yes">
        <source>%n rows are too many to copy; export them instead</source>
        <translation>
            <numerusform>%n Zeile ist zu viel zum Kopieren; bitte exportieren</numerusform>
            <numerusform>%n Zeilen sind zu viele zum Kopieren; bitte exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>milepost::EditDialog</name>
    <message>
        <source>Edit order %1 and retry</source>
        <translation>Auftrag %1 ändern und wiederholen</translation>
    </message>
    <message>
        <source>locked: %1</source>
        <translation>gesperrt: %1</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>%1: “%2” becomes “%3”</source>
        <translation>%1: aus „%2“ wird „%3“</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Feld suchen</translation>
    </message>
    <message>
        <source>Find a field, such as postal code</source>
        <translation>Feld suchen, etwa Postleitzahl</translation>
    </message>
</context>
<context>
    <name>milepost::EvidencePanel</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweislage</translation>
    </message>
    <message>
        <source>Did the goods leave?</source>
        <translation>Ging Ware hinaus?</translation>
    </message>
    <message>
        <source>Was the customer told?</source>
        <translation>Weiß es der Kunde?</translation>
    </message>
    <message>
        <source>May billing proceed?</source>
        <translation>Darf berechnet werden?</translation>
    </message>
    <message>
        <source>Do the systems agree?</source>
        <translation>Stimmen die Systeme überein?</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>The systems are being asked what they have…</source>
        <translation>Die Systeme werden gefragt, was sie haben …</translation>
    </message>
    <message>
        <source>our books: %1</source>
        <translation>unsere Bücher: %1</translation>
    </message>
    <message>
        <source>asked now</source>
        <translation>eben gefragt</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <extracomment>%1: a system; %2: when it said so; %3: what it says</extracomment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>They differ: %1</source>
        <translation>Sie weichen ab: %1</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>%1 cannot be asked</source>
        <translation>%1 kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>Nothing to do here: %1</source>
        <translation>Hier ist nichts zu tun: %1</translation>
    </message>
    <message>
        <source>Recommended: %1</source>
        <translation>Empfohlen: %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>Widersprüchlich</translation>
    </message>
</context>
<context>
    <name>milepost::ExceptionDetailView</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Not possible: %1, because %2</source>
        <extracomment>%1: Retry, Edit …; %2: the reason</extracomment>
        <translation>Nicht möglich: %1, denn %2</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Ans&amp;wer</source>
        <translation>Ant&amp;wort</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>An&amp;frage</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Attempts</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>%1 · order %2</source>
        <translation>%1 · Auftrag %2</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>eröffnet %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>at risk %1</source>
        <translation>gefährdet %1</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>nobody works on it</source>
        <translation>niemand arbeitet daran</translation>
    </message>
    <message>
        <source>%1 works on it</source>
        <translation>%1 arbeitet daran</translation>
    </message>
    <message>
        <source>closed %1: %2</source>
        <translation>geschlossen %1: %2</translation>
    </message>
    <message>
        <source>tried again by itself %1</source>
        <translation>neuer Versuch von selbst %1</translation>
    </message>
    <message>
        <source>No policy applied: no call stands behind this exception.</source>
        <translation>Keine Regel: Hinter dieser Ausnahme steht kein Aufruf.</translation>
    </message>
    <message>
        <source>Policy: %1 (%2)</source>
        <translation>Regel: %1 (%2)</translation>
    </message>
    <message>
        <source>Wait between tries: %1 to %2</source>
        <translation>Pause zwischen Versuchen: %1 bis %2</translation>
    </message>
    <message>
        <source>Deadline of one call: %1</source>
        <translation>Frist eines Aufrufs: %1</translation>
    </message>
    <message>
        <source>To be recovered within: %1</source>
        <translation>Zu beheben innerhalb von: %1</translation>
    </message>
    <message>
        <source>The partner recognises a repetition: %1</source>
        <translation>Der Partner erkennt eine Wiederholung: %1</translation>
    </message>
    <message>
        <source>The partner can be asked what it knows: %1</source>
        <translation>Der Partner kann gefragt werden, was er weiß: %1</translation>
    </message>
    <message>
        <source>An unknown outcome is never repeated without asking: rather not done than done twice.</source>
        <translation>Ein unbekanntes Ergebnis wird nie ohne Nachfrage wiederholt: lieber nicht als doppelt.</translation>
    </message>
    <message>
        <source>An unknown outcome is repeated: rather done twice than not done.</source>
        <translation>Ein unbekanntes Ergebnis wird wiederholt: lieber doppelt als gar nicht.</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>Was es hat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Of record</source>
        <translation>Maßgeblich</translation>
    </message>
    <message>
        <source>&amp;Systems</source>
        <translation>&amp;Systeme</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>Stichwörter: %1</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>sleeps until %1</source>
        <translation>ruht bis %1</translation>
    </message>
    <message>
        <source>our books</source>
        <translation>unsere Bücher</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>contract %1</source>
        <translation>Vertrag %1</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Tries: %1 of %2 before a person must decide</source>
        <translation>Versuche: %1 von %2, bevor ein Mensch entscheiden muss</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>No answer came.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>No call is behind this exception.</source>
        <translation>Hinter dieser Ausnahme steht kein Aufruf.</translation>
    </message>
    <message>
        <source>No system has been told of this order yet.</source>
        <translation>Noch weiß kein System von diesem Auftrag.</translation>
    </message>
</context>
<context>
    <name>milepost::ExceptionFilterBar</name>
    <message>
        <source>Search exceptions</source>
        <translation>Ausnahmen durchsuchen</translation>
    </message>
    <message>
        <source>Order, customer, cause, contract or words</source>
        <translation>Auftrag, Kunde, Ursache, Vertrag, Wort</translation>
    </message>
    <message>
        <source>Open or closed</source>
        <translation>Offen oder geschlossen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Who works on it</source>
        <translation>Wer daran arbeitet</translation>
    </message>
    <message>
        <source>Put together by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open, also sleeping</source>
        <translation>Offen, auch schlafende</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>Jede Schwere</translation>
    </message>
    <message>
        <source>%1 or worse</source>
        <translation>%1 oder schwerer</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
</context>
<context>
    <name>milepost::ExceptionsPage</name>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Groups of exceptions</source>
        <translation>Gruppen von Ausnahmen</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Wiederholen …</translation>
    </message>
    <message>
        <source>Edit and retry…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Erledigen …</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Ctrl+Down, Ctrl+Up</source>
        <translation>Strg+Ab, Strg+Auf</translation>
    </message>
    <message>
        <source>Next and previous exception</source>
        <translation>Nächste und vorige Ausnahme</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Strg+Umschalt+R</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Strg+Umschalt+E</translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation>Ändern und wiederholen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Strg+Umschalt+G</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the order, or the exceptions of a group</source>
        <translation>Den Auftrag oder die Ausnahmen einer Gruppe öffnen</translation>
    </message>
    <message>
        <source>No exception matches</source>
        <translation>Keine passende Ausnahme</translation>
    </message>
    <message>
        <source>Fewer filters will show more.</source>
        <translation>Weniger Filter zeigen mehr.</translation>
    </message>
    <message>
        <source>Nothing needs a person</source>
        <translation>Nichts braucht eine Person</translation>
    </message>
    <message>
        <source>When an order gets stuck, it appears here with what happened.</source>
        <translation>Bleibt ein Auftrag hängen, erscheint er hier mit dem, was geschah.</translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>%n Ausnahme</numerusform>
            <numerusform>%n Ausnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>; the first %1 are listed</source>
        <translation>; die ersten %1 stehen hier</translation>
    </message>
    <message>
        <source>; only of system %1</source>
        <translation>; nur von System %1</translation>
    </message>
    <message>
        <source>No exception selected</source>
        <translation>Keine Ausnahme gewählt</translation>
    </message>
    <message>
        <source>Select one to read what happened.</source>
        <translation>Wählen Sie eine, um zu lesen, was geschah.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Adopt…</source>
        <translation>Anerkennen …</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Stichwort …</translation>
    </message>
    <message>
        <source>Ticket…</source>
        <translation>Ticket …</translation>
    </message>
    <message>
        <source>Sleep…</source>
        <translation>Ruhen lassen …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>Adopt what a system has</source>
        <translation>Anerkennen, was ein System hat</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>Skip the step</source>
        <translation>Schritt überspringen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>Ctrl+Shift+B</source>
        <translation>Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>Take steps back</source>
        <translation>Schritte zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>Ctrl+Shift+J</source>
        <translation>Ctrl+Shift+J</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Sleep until later</source>
        <translation>Bis später ruhen lassen</translation>
    </message>
    <message>
        <source>Back to the groups</source>
        <translation>Zurück zu den Gruppen</translation>
    </message>
    <message>
        <source>Closed exceptions</source>
        <translation>Geschlossene Ausnahmen</translation>
    </message>
    <message>
        <source>Causes of exceptions</source>
        <translation>Ursachen von Ausnahmen</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Wieder öffnen …</translation>
    </message>
    <message>
        <source>Claim, or take over from somebody</source>
        <translation>Übernehmen, auch von anderen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Strg+Umschalt+O</translation>
    </message>
    <message>
        <source>Reopen what was closed by hand</source>
        <translation>Von Hand Geschlossenes wieder öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+U</source>
        <translation>Strg+Umschalt+U</translation>
    </message>
    <message>
        <source>Choose what they are put together by, or back to the groups</source>
        <translation>Gruppierung wählen oder zurück zu den Gruppen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Strg+Umschalt+D</translation>
    </message>
    <message>
        <source>List closed ones, or open ones again</source>
        <translation>Geschlossene oder wieder offene auflisten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Strg+Umschalt+H</translation>
    </message>
    <message>
        <source>History of the exception</source>
        <translation>Verlauf der Ausnahme</translation>
    </message>
    <message>
        <source>None has been closed yet</source>
        <translation>Noch keine wurde geschlossen</translation>
    </message>
    <message>
        <source>What is closed, by a person or by itself, is kept here.</source>
        <translation>Was geschlossen wird, von einer Person oder von selbst, bleibt hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n closed exceptions</source>
        <translation>
            <numerusform>%n geschlossene Ausnahme</numerusform>
            <numerusform>%n geschlossene Ausnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %n groups</source>
        <translation>
            <numerusform> in %n Gruppe</numerusform>
            <numerusform> in %n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>; the last %1 are listed</source>
        <translation>; die letzten %1 sind aufgelistet</translation>
    </message>
    <message>
        <source>; only %1: %2</source>
        <translation>; nur %1: %2</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 works on it. From now on it is yours.</source>
        <translation>%1 arbeitet daran. Ab jetzt gehört sie Ihnen.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Neu abspielen</translation>
    </message>
    <message>
        <source>Show &amp;older ones</source>
        <translation>Ältere &amp;zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Retry all %n…</source>
        <translation>
            <numerusform>Wiederholen …</numerusform>
            <numerusform>Alle %n wiederholen …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve all %n…</source>
        <translation>
            <numerusform>Erledigen …</numerusform>
            <numerusform>Alle %n erledigen …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::FoundNumbersModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
</context>
<context>
    <name>milepost::FrameActions</name>
    <message>
        <source>Export a &amp;backup…</source>
        <translation>&amp;Sicherung erstellen …</translation>
    </message>
    <message>
        <source>&amp;Verify the store</source>
        <translation>Speicher &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Start the engine</source>
        <translation>Steuerung s&amp;tarten</translation>
    </message>
    <message>
        <source>S&amp;top the engine</source>
        <translation>Steuerung &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>&amp;Go to any number…</source>
        <translation>&amp;Gehe zu einer Nummer …</translation>
    </message>
    <message>
        <source>F&amp;ind on this page</source>
        <translation>Auf dieser Seite &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Vo&amp;rige Seite</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Einführung</translation>
    </message>
    <message>
        <source>&amp;About Milepost</source>
        <translation>Ü&amp;ber Milepost</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Close a pop-up</source>
        <translation>Einblendung schließen</translation>
    </message>
</context>
<context>
    <name>milepost::GoToPopup</name>
    <message>
        <source>Go to any number</source>
        <translation>Gehe zu einer Nummer</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Beliebige Nummer</translation>
    </message>
    <message>
        <source>Order, purchase order, tracking, invoice, item or customer</source>
        <translation>Auftrag, Bestellung, Sendung, Rechnung, Artikel oder Kunde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
    <message>
        <source>No number on any document begins with “%1”.</source>
        <translation>Keine Nummer auf einem Beleg beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Escape closes.</source>
        <translation>Auf und Ab wählen, Eingabe öffnet, Esc schließt.</translation>
    </message>
    <message>
        <source>Type the beginning of any number that is on a document.</source>
        <translation>Tippen Sie den Anfang einer Nummer, die auf einem Beleg steht.</translation>
    </message>
    <message>
        <source>The numbers you went to last. Type the beginning of any other one.</source>
        <translation>Ihre letzten Nummern. Tippen Sie den Anfang einer anderen.</translation>
    </message>
</context>
<context>
    <name>milepost::Guide</name>
    <message>
        <source>Orders arrive and move by themselves. Soon one will get stuck; then this guide shows how to get it going again.</source>
        <translation>Aufträge kommen an und laufen von selbst. Bald bleibt einer hängen; dann zeigt diese Einführung, wie es weitergeht.</translation>
    </message>
    <message>
        <source>Order %1 is stuck and needs a person. What is stuck is listed under Exceptions.</source>
        <translation>Auftrag %1 hängt und braucht eine Person. Was hängt, steht unter Ausnahmen.</translation>
    </message>
    <message>
        <source>Select the exception of order %1 and read what happened: who said what, and what was tried.</source>
        <translation>Wählen Sie die Ausnahme von Auftrag %1 und lesen Sie, was geschah: wer was sagte und was versucht wurde.</translation>
    </message>
    <message>
        <source>When the cause is put right at the partner, choose Retry for order %1. Nothing is done twice.</source>
        <translation>Ist die Ursache beim Partner behoben, wählen Sie Wiederholen für Auftrag %1. Nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>In this demo the partner has now put the cause right. Choose Retry for order %1: nothing is done twice.</source>
        <translation>In dieser Demo hat der Partner die Ursache behoben. Wählen Sie Wiederholen für Auftrag %1: Nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>Order %1 goes on. Watch it until it is delivered. Now: %2.</source>
        <translation>Auftrag %1 läuft weiter. Beobachten Sie ihn bis zur Zustellung. Jetzt: %2.</translation>
    </message>
    <message>
        <source>Order %1 is delivered, and you got it there. Every exception can be worked like this one.</source>
        <translation>Auftrag %1 ist zugestellt, dank Ihnen. Jede Ausnahme lässt sich so bearbeiten.</translation>
    </message>
    <message>
        <source>Retry of order %1</source>
        <translation>Wiederholung von Auftrag %1</translation>
    </message>
    <message>
        <source>Shown by the guide</source>
        <translation>Von der Einführung gezeigt</translation>
    </message>
    <message>
        <source>The retry was carried out.</source>
        <translation>Die Wiederholung wurde ausgeführt.</translation>
    </message>
    <message>
        <source>The retry failed; the exception says why.</source>
        <translation>Die Wiederholung schlug fehl; die Ausnahme sagt, warum.</translation>
    </message>
    <message>
        <source>Open Exceptions</source>
        <translation>Ausnahmen öffnen</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Mach es für mich</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Auftrag zeigen</translation>
    </message>
    <message>
        <source>Close the guide</source>
        <translation>Einführung schließen</translation>
    </message>
</context>
<context>
    <name>milepost::GuidePanel</name>
    <message>
        <source>S&amp;kip this step</source>
        <translation>Schritt ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Einführung</translation>
    </message>
    <message>
        <source>Close the guide; Help, Guide brings it back</source>
        <translation>Einführung schließen; Hilfe, Einführung holt sie zurück</translation>
    </message>
    <message>
        <source>Close the guide</source>
        <translation>Einführung schließen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>milepost::InventoryPage</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>To promise</source>
        <translation>Zusagbar</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Im Haus</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>Fehlt Aufträgen</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>Wer wartet</translation>
    </message>
    <message>
        <source>Only what is &amp;waited for</source>
        <translation>Nur &amp;worauf Aufträge warten</translation>
    </message>
    <message>
        <source>Search inventory</source>
        <translation>Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Item, node or order</source>
        <translation>Artikel, Lager oder Auftrag</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Orders with this item</source>
        <translation>Aufträge mit diesem Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n Bestand</numerusform>
            <numerusform>%n Bestände</numerusform>
        </translation>
    </message>
    <message>
        <source>No stock has been reported</source>
        <translation>Kein Bestand ist gemeldet</translation>
    </message>
    <message>
        <source>Figures appear as soon as a warehouse tells what it has.</source>
        <translation>Zahlen erscheinen, sobald ein Lager meldet, was es hat.</translation>
    </message>
    <message>
        <source>No item matches</source>
        <translation>Kein Artikel passt</translation>
    </message>
    <message>
        <source>Fewer words will show more.</source>
        <translation>Weniger Worte zeigen mehr.</translation>
    </message>
    <message>
        <source>Left since</source>
        <translation>Seitdem weg</translation>
    </message>
</context>
<context>
    <name>milepost::MainWindow</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>title of the window: page, program</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>The demo systems are being started.</source>
        <translation>Die Demo-Systeme werden gestartet.</translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation>Der Speicher wird geöffnet.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Milepost closes as soon as the work under way is done.</source>
        <translation>Milepost schließt, sobald die laufende Arbeit fertig ist.</translation>
    </message>
    <message>
        <source>Nothing can be searched here. Ctrl+K finds any number.</source>
        <translation>Hier gibt es nichts zu durchsuchen. Strg+K findet jede Nummer.</translation>
    </message>
</context>
<context>
    <name>milepost::MilestoneBar</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1 von %2 Einheiten</translation>
    </message>
    <message>
        <source>oldest: %1</source>
        <translation>ältester: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders have reached it</source>
        <translation>
            <numerusform>%n Auftrag ist so weit</numerusform>
            <numerusform>%n Aufträge sind so weit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>milepost::ObjectiveDialog</name>
    <message>
        <source>Recovery objective of an event type</source>
        <translation>Erholungsziel einer Ereignisart</translation>
    </message>
    <message>
        <source>Any step</source>
        <translation>Jeder Schritt</translation>
    </message>
    <message>
        <source>&amp;Event type</source>
        <translation>&amp;Ereignisart</translation>
    </message>
    <message>
        <source>At &amp;step</source>
        <translation>Bei &amp;Schritt</translation>
    </message>
    <message>
        <source>Recover &amp;within</source>
        <translation>Erholt &amp;binnen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>milepost::OrderDetail</name>
    <message>
        <source>Needs a person</source>
        <translation>Braucht eine Person</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Backordered</source>
        <translation>Im Rückstand</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Idempotency key</source>
        <translation>Idempotenzschlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>&amp;Freigeben …</translation>
    </message>
    <message>
        <source>&amp;All orders</source>
        <translation>A&amp;lle Aufträge</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Positionen</translation>
    </message>
    <message>
        <source>Fulfillments, shipments and invoices</source>
        <translation>Ausführungen, Sendungen und Rechnungen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitachse</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>Auf&amp;rufe</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <source>E&amp;xceptions</source>
        <translation>Ausnah&amp;men</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>Kanal: %1</translation>
    </message>
    <message>
        <source>Customer&apos;s number: %1</source>
        <translation>Nummer des Kunden: %1</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Eingegangen: %1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>Zugesagt: %1</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>Wert: %1</translation>
    </message>
    <message>
        <source>Hold (%1): %2</source>
        <translation>Sperre (%1): %2</translation>
    </message>
    <message>
        <source>Nothing is left to happen.</source>
        <translation>Es bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Fulfillment at %1</source>
        <translation>Ausführung in %1</translation>
    </message>
    <message>
        <source>Shipment with %1, %2</source>
        <translation>Sendung mit %1, %2</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Invoice before shipment</source>
        <translation>Rechnung vor Versand</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Awaited</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Hol&amp;d…</source>
        <translation>Anhal&amp;ten …</translation>
    </message>
    <message>
        <source>Fulf&amp;illment</source>
        <translation>L&amp;ieferung</translation>
    </message>
    <message>
        <source>Next &amp;steps</source>
        <translation>Nächste &amp;Schritte</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Strg+Umschalt+H</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Strg+Umschalt+L</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>There is no number to copy</source>
        <translation>Hier ist keine Nummer zu kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was erledigt war</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Take &amp;back…</source>
        <translation>&amp;Zurücknehmen …</translation>
    </message>
    <message>
        <source>Cancel &amp;order…</source>
        <translation>&amp;Stornieren …</translation>
    </message>
    <message>
        <source>Ta&amp;ken back</source>
        <translation>Zurüc&amp;kgenommen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Ctrl+Shift+B</source>
        <translation>Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Return of %1</source>
        <translation>Rücksendung von %1</translation>
    </message>
    <message>
        <source>Credit note over %1</source>
        <translation>Gutschrift über %1</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgesandt</translation>
    </message>
    <message>
        <source>%1 (for line %2)</source>
        <translation>%1 (für Position %2)</translation>
    </message>
    <message>
        <source>A change of %1 waits since %2 for the end of a call</source>
        <translation>Eine Änderung von %1 wartet seit %2 auf das Ende eines Aufrufs</translation>
    </message>
    <message>
        <source>Re&amp;play…</source>
        <translation>Neu ab&amp;spielen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>No system has been called yet.</source>
        <translation>Noch wurde kein System aufgerufen.</translation>
    </message>
    <message>
        <source>Nothing is awaited from a system. What the order itself waits for stands above.</source>
        <translation>Von keinem System wird etwas erwartet. Worauf der Auftrag selbst wartet, steht oben.</translation>
    </message>
    <message>
        <source>No exception of this order is open.</source>
        <translation>Keine Ausnahme dieses Auftrags ist offen.</translation>
    </message>
</context>
<context>
    <name>milepost::OrderFilterBar</name>
    <message>
        <source>Search orders</source>
        <translation>Aufträge suchen</translation>
    </message>
    <message>
        <source>Any number, customer or item</source>
        <translation>Beliebige Nummer, Kunde oder Artikel</translation>
    </message>
    <message>
        <source>Open or finished</source>
        <translation>Offen oder abgeschlossen</translation>
    </message>
    <message>
        <source>Open and finished</source>
        <translation>Offen und fertig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Meilenstein</translation>
    </message>
    <message>
        <source>Any milestone</source>
        <translation>Jeder Meilenstein</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <extracomment>filter of orders: %1 is a milestone such as shipped</extracomment>
        <translation>Noch nicht: %1</translation>
    </message>
    <message>
        <source>Reached: %1</source>
        <extracomment>filter of orders: %1 is a milestone such as shipped</extracomment>
        <translation>Erreicht: %1</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Any concern</source>
        <translation>Jeder Anlass</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Jeder Kanal</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Any system</source>
        <translation>Jedes System</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Any node</source>
        <translation>Jeder Standort</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>Jedes Alter</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Older than a day</source>
        <translation>Älter als ein Tag</translation>
    </message>
    <message>
        <source>Older than 3 days</source>
        <translation>Älter als 3 Tage</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>Filter &amp;löschen</translation>
    </message>
</context>
<context>
    <name>milepost::OrderList</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Hold…</source>
        <translation>&amp;Anhalten …</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>&amp;Freigeben …</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>Orders appear here by themselves when a connected channel sends them.</source>
        <translation>Aufträge erscheinen hier von selbst, sobald ein verbundener Kanal sie sendet.</translation>
    </message>
    <message>
        <source>No order matches</source>
        <translation>Kein passender Auftrag</translation>
    </message>
    <message>
        <source>Another word, or fewer filters, will find more.</source>
        <translation>Ein anderes Wort oder weniger Filter finden mehr.</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>Aufträge exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n orders at first; looking for more …</source>
        <translation>
            <numerusform>%n Auftrag zunächst; weitere werden gesucht …</numerusform>
            <numerusform>%n Aufträge zunächst; weitere werden gesucht …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n selected</source>
        <translation>
            <numerusform>, %n gewählt</numerusform>
            <numerusform>, %n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 orders are selected; at most %2 can be held or released at once. A filter makes the list shorter.</source>
        <translation>%1 Aufträge sind gewählt; höchstens %2 können auf einmal angehalten oder freigegeben werden. Ein Filter kürzt die Liste.</translation>
    </message>
</context>
<context>
    <name>milepost::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export the list as CSV</source>
        <translation>Liste als CSV exportieren</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Links</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Strg+Umschalt+H</translation>
    </message>
    <message>
        <source>Hold the order</source>
        <translation>Auftrag anhalten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Strg+Umschalt+L</translation>
    </message>
    <message>
        <source>Release the order</source>
        <translation>Auftrag freigeben</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Edit the order</source>
        <translation>Auftrag bearbeiten</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Y</source>
        <translation>Ctrl+Shift+Y</translation>
    </message>
    <message>
        <source>Replay the order</source>
        <translation>Auftrag neu abspielen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+B</source>
        <translation>Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>Take steps of the order back</source>
        <translation>Schritte des Auftrags zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+X</source>
        <translation>Ctrl+Shift+X</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Auftrag stornieren</translation>
    </message>
</context>
<context>
    <name>milepost::OverviewPage</name>
    <message>
        <source>oldest %1</source>
        <translation>ältester %1</translation>
    </message>
    <message>
        <source>older than %1</source>
        <translation>älter als %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Documents failing validation</source>
        <translation>Belege mit Prüffehlern</translation>
    </message>
    <message>
        <source>Orders by hour</source>
        <translation>Aufträge je Stunde</translation>
    </message>
    <message>
        <source>received</source>
        <translation>eingegangen</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>Exceptions by hour</source>
        <translation>Ausnahmen je Stunde</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>eröffnet</translation>
    </message>
    <message>
        <source>Open orders by age</source>
        <translation>Offene nach Alter</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>When a connected channel sends orders, their milestones appear here.</source>
        <translation>Sobald ein verbundener Kanal Aufträge sendet, erscheinen hier ihre Meilensteine.</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>at risk in exceptions: %1</source>
        <translation>in Ausnahmen gefährdet: %1</translation>
    </message>
</context>
<context>
    <name>milepost::PlanDialog</name>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>%1: what will happen</source>
        <translation>%1: was geschehen wird</translation>
    </message>
    <message>
        <source>Calls that will be made: %1. Not made again because they are done: %2.</source>
        <translation>Aufrufe, die erfolgen: %1. Nicht erneut, weil erledigt: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them carry no key: the partner would not recognise a repetition. Ask there first whether it was done.</source>
        <translation>
            <numerusform>%n davon trägt keinen Schlüssel: Der Partner würde eine Wiederholung nicht erkennen. Fragen Sie dort zuerst nach.</numerusform>
            <numerusform>%n davon tragen keinen Schlüssel: Der Partner würde eine Wiederholung nicht erkennen. Fragen Sie dort zuerst nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Items of the plan</source>
        <translation>Vorgänge des Plans</translation>
    </message>
    <message>
        <source>Fields that change</source>
        <translation>Felder, die sich ändern</translation>
    </message>
    <message>
        <source>&amp;Reason, for the audit</source>
        <translation>&amp;Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Nichts mehr zu tun</translation>
    </message>
    <message>
        <source>Say why first</source>
        <translation>Nennen Sie zuerst den Grund</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>If repeated</source>
        <translation>Bei Wiederholung</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were done with other data than the order has then; they stay as they are. Take them back first where that matters.</source>
        <translation>
            <numerusform>%n Aufruf erfolgte mit anderen Daten, als der Auftrag dann hat; er bleibt, wie er ist. Nehmen Sie ihn zuerst zurück, wo das wichtig ist.</numerusform>
            <numerusform>%n Aufrufe erfolgten mit anderen Daten, als der Auftrag dann hat; sie bleiben, wie sie sind. Nehmen Sie sie zuerst zurück, wo das wichtig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>&amp;Posten</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>Calls that will be made</source>
        <translation>Aufrufe, die erfolgen</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>&amp;Aufrufe</translation>
    </message>
    <message>
        <source>Calls not made again</source>
        <translation>Nicht wiederholte Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Not made again</source>
        <translation>&amp;Nicht wiederholt</translation>
    </message>
    <message>
        <source>%1 at %2 was done with the old data</source>
        <translation>%1 bei %2 erfolgte mit den alten Daten</translation>
    </message>
    <message>
        <source>%1 at %2 will say something else</source>
        <translation>%1 bei %2 wird etwas anderes sagen</translation>
    </message>
    <message>
        <source>What calls would say otherwise</source>
        <translation>Was Aufrufe anders sagten</translation>
    </message>
    <message>
        <source>&amp;Bodies</source>
        <translation>&amp;Inhalte</translation>
    </message>
    <message>
        <source>asks about %1</source>
        <translation>fragt nach: %1</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>harmlos</translation>
    </message>
    <message>
        <source>recognised by its key</source>
        <translation>am Schlüssel erkannt</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>Calls that will be made: %1.</source>
        <translation>Aufrufe, die gemacht werden: %1.</translation>
    </message>
</context>
<context>
    <name>milepost::PoliciesPage</name>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Recover within</source>
        <translation>Erholt binnen</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Open exceptions</source>
        <translation>Offene Ausnahmen</translation>
    </message>
    <message>
        <source>Acts at</source>
        <translation>Gilt bei</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Parks after</source>
        <translation>Parkt nach</translation>
    </message>
    <message>
        <source>Unknown outcome</source>
        <translation>Unbekanntes Ergebnis</translation>
    </message>
    <message>
        <source>any step</source>
        <translation>jedem Schritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>Geändert, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, %2: %3 becomes %4</source>
        <translation>%1, %2: %3 wird %4</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;New objective…</source>
        <translation>&amp;Neues Ziel …</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>What &amp;acts</source>
        <translation>Was gil&amp;t</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>Search policies</source>
        <translation>Regeln durchsuchen</translation>
    </message>
    <message>
        <source>Policy, event type, step or team</source>
        <translation>Regel, Ereignisart, Schritt oder Team</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Edit the policy</source>
        <translation>Die Regel ändern</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save what was changed</source>
        <translation>Geändertes speichern</translation>
    </message>
    <message>
        <source>%1 owns this store: policies can only be looked at here.</source>
        <translation>%1 besitzt diesen Speicher: Regeln können hier nur angesehen werden.</translation>
    </message>
    <message>
        <source>No policies yet</source>
        <translation>Noch keine Regeln</translation>
    </message>
    <message>
        <source>They come with the first start of the engine.</source>
        <translation>Sie kommen mit dem ersten Start der Steuerung.</translation>
    </message>
    <message>
        <source>No policy matches</source>
        <translation>Keine Regel passt</translation>
    </message>
    <message>
        <source>Fewer words will show more.</source>
        <translation>Weniger Wörter zeigen mehr.</translation>
    </message>
    <message>
        <source>Acts at: %1</source>
        <translation>Gilt bei: %1</translation>
    </message>
    <message>
        <source>This cannot be</source>
        <translation>So geht es nicht</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Nichts ist geändert</translation>
    </message>
    <message>
        <source>Changes are listed here before they are saved.</source>
        <translation>Änderungen stehen hier, bevor sie gespeichert werden.</translation>
    </message>
    <message>
        <source>Save the policies</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>Version %1 is the same as what acts now.</source>
        <translation>Version %1 ist dasselbe wie das, was jetzt gilt.</translation>
    </message>
    <message>
        <source>Make version %1 act again</source>
        <translation>Version %1 wieder gelten lassen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Version %1 of the policies acts now</source>
        <translation>Version %1 der Regeln gilt jetzt</translation>
    </message>
    <message>
        <source>&amp;Look at the newest</source>
        <translation>Die ne&amp;ueste ansehen</translation>
    </message>
</context>
<context>
    <name>milepost::PolicyHistory</name>
    <message>
        <source>Acts now</source>
        <translation>Gilt jetzt</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>It came with the program while a person&apos;s version acted.</source>
        <translation>Sie kam mit dem Programm, während die Version eines Menschen galt.</translation>
    </message>
    <message>
        <source>Acted before</source>
        <translation>Galt früher</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Make it act again…</source>
        <translation>&amp;Wieder gelten lassen …</translation>
    </message>
    <message>
        <source>Versions of the policies</source>
        <translation>Versionen der Regeln</translation>
    </message>
    <message>
        <source>What the version changed</source>
        <translation>Was die Version geändert hat</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Was sie geändert hat</translation>
    </message>
    <message>
        <source>No version yet</source>
        <translation>Noch keine Version</translation>
    </message>
    <message>
        <source>Versions are kept from the next start of the engine on.</source>
        <translation>Versionen werden ab dem nächsten Start der Steuerung geführt.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>It is the first, or the same as the one before.</source>
        <translation>Sie ist die erste oder dieselbe wie die davor.</translation>
    </message>
</context>
<context>
    <name>milepost::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>milepost::ReplayDialog</name>
    <message>
        <source>Replay</source>
        <translation>Neu abspielen</translation>
    </message>
    <message>
        <source>only this call</source>
        <translation>nur diesen Aufruf</translation>
    </message>
    <message>
        <source>the whole order, from its beginning</source>
        <translation>den ganzen Auftrag, von Anfang an</translation>
    </message>
    <message>
        <source>what comes after: %1</source>
        <extracomment>where a replay begins: %1 is a milestone such as &quot;Released&quot;</extracomment>
        <translation>was folgt auf: %1</translation>
    </message>
    <message>
        <source>the map of today</source>
        <translation>der Zuordnung von heute</translation>
    </message>
    <message>
        <source>the map that it was made with</source>
        <translation>der Zuordnung, mit der er gemacht wurde</translation>
    </message>
    <message>
        <source>Calls that were surely not done and wait for a person are made anew, each under a new key. What is done stays done: the plan names it, and what it would say otherwise today.</source>
        <translation>Aufrufe, die sicher nicht ausgeführt wurden und auf jemanden warten, werden neu gemacht, jeder unter einem neuen Schlüssel. Was erledigt ist, bleibt erledigt: Der Plan nennt es, und was es heute anders sagen würde.</translation>
    </message>
    <message>
        <source>&amp;Make anew</source>
        <translation>&amp;Neu machen</translation>
    </message>
    <message>
        <source>&amp;Written with</source>
        <translation>&amp;Geschrieben mit</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>Neu &amp;abspielen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>milepost::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Search: a key, or what it does</source>
        <translation>Suchen: eine Taste oder was sie tut</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
</context>
<context>
    <name>milepost::StageDelegate</name>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>zugeteilt</translation>
    </message>
    <message>
        <source>backordered</source>
        <translation>im Rückstand</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>cancelled or lost</source>
        <translation>storniert oder verloren</translation>
    </message>
</context>
<context>
    <name>milepost::StatusStrip</name>
    <message>
        <source>Business time</source>
        <translation>Geschäftszeit</translation>
    </message>
    <message>
        <source>Opens the orders under way</source>
        <translation>Öffnet die laufenden Aufträge</translation>
    </message>
    <message>
        <source>Opens the exceptions</source>
        <translation>Öffnet die Ausnahmen</translation>
    </message>
    <message>
        <source>Starting the demo systems…</source>
        <translation>Demo-Systeme starten …</translation>
    </message>
    <message>
        <source>The systems that the orders go through are being started.</source>
        <translation>Die Systeme, durch die die Aufträge laufen, werden gestartet.</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Steuerung startet …</translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation>Der Speicher wird geöffnet.</translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation>Steuerung hält an …</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Steuerung angehalten</translation>
    </message>
    <message>
        <source>Orders do not go on until it is started again.</source>
        <translation>Aufträge laufen erst nach dem nächsten Start weiter.</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Nur Ansicht</translation>
    </message>
    <message>
        <source>Engine not started</source>
        <translation>Steuerung nicht gestartet</translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation>Kann nicht schreiben</translation>
    </message>
    <message numerus="yes">
        <source>Cannot write, %n message(s) not saved yet</source>
        <translation>
            <numerusform>Kann nicht schreiben, %n Nachricht noch nicht gespeichert</numerusform>
            <numerusform>Kann nicht schreiben, %n Nachrichten noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>Steuerung läuft</translation>
    </message>
    <message>
        <source>Calls under way: %1. Waiting: %2. Outcome unknown: %3.</source>
        <translation>Aufrufe unterwegs: %1. Wartend: %2. Ergebnis unbekannt: %3.</translation>
    </message>
    <message>
        <source>Systems up: %1, not heard of for long: %2, not answering: %3, paused: %4</source>
        <translation>Systeme in Betrieb: %1, lange nichts gehört: %2, ohne Antwort: %3, pausiert: %4</translation>
    </message>
    <message>
        <source>%1 of %2 systems in step</source>
        <translation>%1 von %2 Systemen aktuell</translation>
    </message>
    <message numerus="yes">
        <source>%n long work(s) running</source>
        <translation>
            <numerusform>%n Arbeit läuft</numerusform>
            <numerusform>%n Arbeiten laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>%1 orders under way</source>
        <translation>%1 Aufträge laufen</translation>
    </message>
    <message>
        <source>No exceptions</source>
        <translation>Keine Ausnahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s)</source>
        <translation>
            <numerusform>%n Ausnahme</numerusform>
            <numerusform>%n Ausnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) in step</source>
        <translation>
            <numerusform>%n System aktuell</numerusform>
            <numerusform>%n Systeme aktuell</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Opens the activity</source>
        <translation>%1. Öffnet die Aktivität</translation>
    </message>
    <message>
        <source>%1 · %2 times as fast</source>
        <translation>%1 · %2-mal so schnell</translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) not asked</source>
        <translation>
            <numerusform>%n System nicht gefragt</numerusform>
            <numerusform>%n Systeme nicht gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>While the engine stands still no system is asked or called.</source>
        <translation>Solange die Steuerung steht, wird kein System gefragt oder aufgerufen.</translation>
    </message>
</context>
<context>
    <name>milepost::StoreWork</name>
    <message>
        <source>Export a backup</source>
        <translation>Sicherung erstellen</translation>
    </message>
    <message>
        <source>Stores (*.db)</source>
        <translation>Speicher (*.db)</translation>
    </message>
    <message>
        <source>Backup to %1</source>
        <translation>Sicherung nach %1</translation>
    </message>
    <message>
        <source>Backup written to %1</source>
        <translation>Sicherung geschrieben nach %1</translation>
    </message>
    <message>
        <source>Verification of the store</source>
        <translation>Prüfung des Speichers</translation>
    </message>
    <message>
        <source>Stopped; nothing was proven</source>
        <translation>Angehalten; nichts wurde nachgewiesen</translation>
    </message>
    <message>
        <source>The store is sound: every order agrees with its history.</source>
        <translation>Der Speicher ist in Ordnung: Jeder Auftrag stimmt mit seiner Geschichte überein.</translation>
    </message>
    <message>
        <source>The store is not sound. %1: %2. Restore the last good backup.</source>
        <translation>Der Speicher ist nicht in Ordnung. %1: %2. Spielen Sie die letzte gute Sicherung ein.</translation>
    </message>
</context>
<context>
    <name>milepost::SystemsPage</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Told everything up to</source>
        <translation>Gemeldet bis</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>Parked calls</source>
        <translation>Geparkte</translation>
    </message>
    <message>
        <source>Calls/s</source>
        <translation>Aufrufe/s</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Its e&amp;xceptions</source>
        <translation>Seine Aus&amp;nahmen</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Pause or resume the system</source>
        <translation>System pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>No system is connected</source>
        <translation>Kein System verbunden</translation>
    </message>
    <message>
        <source>A network file names the systems: milepost --network FILE.</source>
        <translation>Eine Netzdatei nennt die Systeme: milepost --network DATEI.</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>Fo&amp;rtsetzen …</translation>
    </message>
    <message>
        <source>Select a system to see more of it.</source>
        <translation>Wählen Sie ein System, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>it does not answer (%1)</source>
        <translation>antwortet nicht (%1)</translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation>neuer Versuch %1</translation>
    </message>
    <message>
        <source>can do: %1</source>
        <translation>kann: %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>It is not called until somebody resumes it. What it tells us is still taken.</source>
        <translation>Es wird nicht aufgerufen, bis jemand es fortsetzt. Was es meldet, wird weiter angenommen.</translation>
    </message>
    <message>
        <source>What waited for it is sent now.</source>
        <translation>Was darauf wartete, wird jetzt gesendet.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Orders that &amp;wait for it</source>
        <translation>Aufträge, die darauf &amp;warten</translation>
    </message>
    <message>
        <source>Pa&amp;use…</source>
        <translation>Pausie&amp;ren …</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>From %1 to %2 it says it sent %3; here are %4</source>
        <translation>Von %1 bis %2 hat es nach eigener Angabe %3 gesendet; hier sind %4</translation>
    </message>
    <message>
        <source>Sent / here</source>
        <translation>Gesendet / hier</translation>
    </message>
</context>
<context>
    <name>milepost::TimelineTab</name>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 without an event</source>
        <translation>%1 ohne Ereignis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Find in the message</source>
        <translation>In der Nachricht suchen</translation>
    </message>
    <message>
        <source>Select an entry that carries a message to read it here.</source>
        <translation>Wählen Sie einen Eintrag mit Nachricht, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>%1
Correlation: %2
Key: %3</source>
        <translation>%1
Korrelation: %2
Schlüssel: %3</translation>
    </message>
    <message>
        <source>F3: next place, Shift+F3: previous one</source>
        <translation>F3: nächste Stelle, Umschalt+F3: vorige</translation>
    </message>
    <message>
        <source>Message as it came</source>
        <translation>Nachricht, wie sie kam</translation>
    </message>
    <message>
        <source>The order as Milepost understood it</source>
        <translation>Der Auftrag, wie Milepost ihn verstand</translation>
    </message>
    <message numerus="yes">
        <source>%n entries followed from it (▼).</source>
        <translation>
            <numerusform>%n Eintrag folgte daraus (▼).</numerusform>
            <numerusform>%n Einträge folgten daraus (▼).</numerusform>
        </translation>
    </message>
    <message>
        <source>What led to it is marked ▲.</source>
        <translation>Was dazu führte, ist mit ▲ markiert.</translation>
    </message>
</context>
<context>
    <name>milepost::TrainingCard</name>
    <message>
        <source>How often the demo systems fail</source>
        <translation>Wie oft die Demo-Systeme versagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>now and then</source>
        <translation>gelegentlich</translation>
    </message>
    <message>
        <source>often</source>
        <translation>oft</translation>
    </message>
    <message>
        <source>&amp;Put causes right</source>
        <translation>&amp;Ursachen beheben</translation>
    </message>
    <message>
        <source>The partners put right what they refused on purpose; a retry then succeeds</source>
        <translation>Die Partner beheben, was sie absichtlich ablehnten; eine Wiederholung gelingt dann</translation>
    </message>
    <message>
        <source>&amp;More orders</source>
        <translation>&amp;Mehr Aufträge</translation>
    </message>
    <message>
        <source>The demo systems fail: %1</source>
        <translation>Die Demo-Systeme versagen: %1</translation>
    </message>
    <message>
        <source>The causes are put right</source>
        <translation>Die Ursachen sind behoben</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are on their way</source>
        <translation>
            <numerusform>%n Auftrag ist unterwegs</numerusform>
            <numerusform>%n Aufträge sind unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>Training: the demo systems fa&amp;il</source>
        <translation>Übung: Die Demo-Systeme &amp;versagen</translation>
    </message>
</context>
<context>
    <name>milepost::ViewStack</name>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
</TS>
