import type { help as english } from '../en/help';

export const help: typeof english = {
  title: (screen) => `Über „${screen}“`,
  next: 'Weiter zur nächsten Seite',
  page: { '/': 'Zum Katalog', '/verify': 'Zur Seite, die Badges prüft', '/api/docs': 'Zur Beschreibung der API' },
  topics: {
    home: 'Hier steht alles, was Sie begonnen haben, das Dringendste zuerst. „Weiter“ bringt Sie dorthin, wo Sie aufgehört haben. Darunter sehen Sie, was bald fällig ist, neue Rückmeldungen und Ihre Badges. Wenn noch nichts da ist, suchen Sie im Katalog ein Micro-Credential und melden Sie sich an.',
    enroll:
      'Sie sind dabei, einen Platz in einer Durchführung zu nehmen. Lesen Sie, wann sie läuft, wie viel Zeit sie braucht und was Sie am Ende abgeben. Sind alle Plätze vergeben, kommen Sie auf die Warteliste und hören von uns, sobald einer frei ist. Danach ist der erste Kurs sofort offen oder an dem Tag, der dort steht.',
    journey:
      'Das ist Ihr Weg durch das Micro-Credential: die Kurse in ihrer Reihenfolge, dann das Projekt, dann das Badge. Was geschlossen ist, sagt, was es öffnet. Der Prozentwert zählt abgeschlossene Aktivitäten und sinkt nie. Öffnen Sie den nächsten Schritt oder planen Sie Ihre Stunden im Kalender.',
    activity:
      'Das ist eine Aktivität eines Kurses. Lesen, schauen oder antworten Sie; Ihre Stelle und alles Getippte bleiben erhalten, auch ohne Netz. Die Übersicht daneben zeigt, was erledigt ist, und die Pfeile führen zu den Nachbarn. Beim Lesen können Sie Notizen machen, die nur Sie sehen.',
    project:
      'Das Projekt ist die benotete Arbeit am Ende. Lesen Sie zuerst Aufgabe und Raster: Nach nichts anderem wird bewertet. Ihr Entwurf wird beim Tippen gesichert, und Dateien laden weiter hoch, während Sie arbeiten. Was Sie abgeben, bleibt so, wie es ist. Die Rückmeldung erscheint hier; kommt die Arbeit zurück, verbessern Sie sie und geben neu ab.',
    weeks:
      'Hier stehen Ihre Fristen und die geplanten Lernstunden, Woche für Woche. Wählen Sie die Tage, an denen Sie lernen wollen, und der Rest wird darauf verteilt. Sind Sie schneller, folgt der Plan von selbst. Mit der privaten Adresse zeigt ein anderer Kalender dasselbe; behandeln Sie sie wie ein Passwort.',
    month:
      'Der ganze Monat auf einen Blick: Fristen, Öffnungen und geplante Stunden. Wählen Sie einen Tag, um zu sehen, was dort steht. Die Zeiten sind die Ihrer eigenen Zeitzone, die Sie im Konto wählen. Wie Ihre Stunden verteilt werden, ändern Sie bei den Wochen.',
    notes:
      'Alle Notizen, die Sie beim Lernen geschrieben haben, an einem Ort. Niemand sonst liest sie, auch Ihre Lehrenden nicht. Sie bleiben, wenn eine Durchführung endet. Suchen Sie ein Wort oder folgen Sie einer Notiz zu der Seite, auf der sie entstand.',
    notifications:
      'Was Ihnen mitgeteilt wurde, das Neueste zuerst. Jede Zeile führt zu dem, worum es geht. Markieren Sie eine als ungelesen, wenn Sie darauf zurückkommen wollen. Wovon Sie hören und ob per Mail, wählen Sie in den Einstellungen.',
    notificationSettings:
      'Wählen Sie für jede Art von Nachricht, ob Sie hier davon hören, per Mail, beides oder gar nicht. Briefe zu Ihrem Konto und Passwort kommen in jedem Fall, denn ohne sie könnten Sie ausgesperrt werden. Änderungen gelten sofort. Mails kommen in der Sprache und Zeitzone Ihres Kontos.',
    badges:
      'Jedes Badge, das Sie erworben haben, steht hier. Sie allein entscheiden, wer es sieht: niemand, wer einen Link hat, oder alle. Öffnen Sie eines, um es zu teilen, zu drucken oder in eine Wallet zu nehmen. Aus mehreren können Sie eine Portfolio-Seite machen.',
    badge:
      'Das ist eines Ihrer Badges, wie ein Arbeitgeber es sähe. Teilen Sie es mit einem Link, den Sie beenden können, laden Sie es als Bild oder Urkunde herunter oder nehmen Sie es in eine Wallet. Wer die Adresse oder eine Datei hat, kann prüfen, dass es echt ist. Ist Ihr Name darauf falsch, bitten Sie das Büro um eine Berichtigung. Eine neue Form behält dieselbe Adresse.',
    portfolio:
      'Ein Portfolio ist eine Seite mit Badges Ihrer Wahl, in Ihrer Reihenfolge und mit ein paar Worten von Ihnen. Niemand sieht sie, bevor Sie sie veröffentlichen. Sie können sie jederzeit zurücknehmen. Was Sie ändern, gilt, sobald Sie es speichern.',
    account:
      'Wie Sie hier heißen, in welcher Sprache und Zeitzone. Briefe und Fristen richten sich danach. Mit der Adresse melden Sie sich an; eine neue gilt, sobald Sie den Link öffnen, der dorthin geht. Was in einem Badge unterschrieben ist, ändert sich mit Ihrem Namen nicht: Bitten Sie auf der Seite des Badges um eine Berichtigung.',
    security:
      'Wählen Sie ein Passwort und sehen Sie, wo Sie angemeldet sind. Kennen Sie ein Gerät nicht, beenden Sie seine Sitzung und wählen Sie ein neues Passwort. Dabei werden alle anderen Geräte abgemeldet. Ein Passwort aus ein paar Wörtern ohne Zusammenhang merkt man sich leicht und errät es schwer. Öffnen Kurse in einem LMS dieses Konto, sehen Sie hier, welche, und können sie lösen.',
    programs:
      'Hier geben Sie einem eigenen Programm Zugang zu dem, was Sie dürfen. Ein Token wird nur einmal gezeigt: Bewahren Sie es wie ein Passwort auf und erlauben Sie nur, was das Programm braucht. Darüber stehen die Dienste, die Ihre Badges lesen oder aufbewahren dürfen. Beenden Sie, was Sie nicht mehr nutzen; es gilt sofort.',
    privacy:
      'Sie haben ein Recht auf alles, was über Sie gespeichert ist. Bitten Sie hier um das Archiv; es dauert einige Minuten, und ein Brief sagt, wann es fertig ist. Holen Sie es innerhalb einer Woche ab, danach wird es gelöscht. Es enthält eine lesbare Seite und jede Datei, die Sie abgegeben haben. Sie können auch alles löschen lassen; dann haben Sie zwei Wochen, es sich anders zu überlegen.',
    studio:
      'Hier entstehen Micro-Credentials: kurze Kurse, dann ein Projekt, dann ein Badge. Beginnen Sie ein leeres, verdoppeln Sie ein vorhandenes oder importieren Sie einen Kurs von anderswo. Entwürfe lassen sich jederzeit ändern, und Lernende sehen sie nicht. Wenn alles da ist, veröffentlichen Sie eine Ausgabe.',
    imports:
      'Holen Sie Kurse herein, die es schon gibt, etwa einen Ordner mit Lektionen oder ein exportiertes Paket. Es wird zuerst geprüft, und nichts ändert sich, bevor Sie den Bericht gesehen haben. Fehler müssen behoben werden; Hinweise beurteilen Sie selbst. Danach finden Sie alles als Entwurf in der Werkstatt.',
    oneImport:
      'Das wurde in Ihrem Paket gefunden, Zeile für Zeile. Fehler verhindern den Import, Hinweise nicht. Wenn es stimmt, importieren Sie es: Alles kommt herein oder nichts. Danach arbeiten Sie in der Werkstatt weiter.',
    outline:
      'Die Gliederung zeigt das ganze Micro-Credential von oben: Kurse, ihre Aktivitäten und das Projekt. Ziehen Sie, um die Reihenfolge zu ändern, oder nehmen Sie mit der Tastatur die Pfeile. Öffnen Sie eine Zeile, um sie zu bearbeiten. Die Prüfungen sagen, was vor dem Veröffentlichen fehlt, und die Vorschau zeigt es so, wie Lernende es sehen.',
    details:
      'Was Lernende und Arbeitgeber zuerst lesen: Titel, Kompetenzen, Ergebnisse, Niveau und Aufwand. Seien Sie konkret, denn dieser Text wird im Badge unterschrieben. Zuordnungen verbinden Ihre Kompetenzen mit öffentlichen Rahmenwerken, damit andere Systeme sie verstehen. Alles wird beim Tippen gesichert.',
    rules:
      'Regeln entscheiden, wann ein Kurs aufgeht und was für das Projekt genügt. Ohne Regeln ist alles von Anfang an offen. Nehmen Sie lieber wenige: Jede ist eine Tür, vor der jemand stehen kann. Die Vorschau zeigt, wie sie für neue Lernende wirken.',
    projectEditor:
      'Beschreiben Sie die benotete Arbeit und wie sie bewertet wird. Lernende lesen Aufgabe und Raster vom ersten Tag an. Jedes Kriterium hat Stufen mit Punkten, und die Regel sagt, wie viele genügen. Probieren Sie das Raster aus, bevor Sie veröffentlichen, denn eine Ausgabe lässt sich nicht mehr ändern.',
    badgeDesign:
      'Das Badge ist ein Bild, das man wiedererkennt, und dahinter eine unterschriebene Aussage. Wählen Sie Form, Farben und Worte; der Kontrast wird für Sie geprüft. Nehmen Sie ein eigenes Bild, wenn Sie eines haben. Veröffentlichtes behält sein Badge, Änderungen gelten ab der nächsten Ausgabe.',
    activityEditor:
      'Das ist eine Aktivität: eine Seite, ein Video, eine Datei oder ein Quiz. Schreiben Sie links und sehen Sie rechts, was Lernende bekommen. Alles wird beim Tippen gesichert, und ändert jemand anderes dieselbe Seite, sehen Sie beide Fassungen. Geben Sie an, wie viele Minuten sie braucht, denn daraus werden Pläne gemacht.',
    publish:
      'Beim Veröffentlichen wird der Entwurf zu einer Ausgabe, auf die sich Lernende verlassen können. Die Liste zeigt, was noch fehlt, jeweils mit dem Weg dorthin. Gab es schon eine Ausgabe, sehen Sie, was sich für wie viele Lernende ändert. Wer begonnen hat, bleibt auf der eigenen Ausgabe, außer Sie verschieben ihn. Als Nächstes kommt eine Durchführung mit Terminen und Plätzen.',
    editions:
      'Jede Ausgabe ist eine veröffentlichte Fassung, die sich nie ändert. Vergleichen Sie zwei davon oder die letzte mit Ihrem Entwurf. Strengere und leichtere Regeln sind gekennzeichnet, denn sie betreffen Menschen unterwegs. Lernende lassen sich auf eine spätere Ausgabe verschieben, und nichts Erreichtes geht verloren.',
    learners:
      'Wo alle auf dem Weg gerade sind: in welcher Aktivität, beim Projekt, in der Bewertung oder fertig. Wählen Sie eine Station, um die Namen zu sehen. Viele Menschen an einer Stelle können heißen, dass sie zu schwer oder unklar ist. Sie sehen nur Durchführungen, in denen Sie lehren.',
    requalification:
      'Eine spätere Ausgabe kann leichter sein als die, an der jemand gescheitert ist. Hier sehen Sie, wer nach ihren Regeln heute bestünde. Sehen Sie sich jede Person an und vergeben Sie dann, was Sie bestätigen. Niemand verliert etwas, und jeder Schritt steht im Protokoll.',
    queue:
      'Abgegebene Arbeiten warten hier, die ältesten zuerst. „Nächste nehmen“ gibt Ihnen eine, die niemand sonst ansieht. Sie gehört Ihnen, solange Sie daran arbeiten, und geht zurück, wenn Sie sie verlassen. Wo zwei unabhängig bewerten, sehen Sie das andere Ergebnis erst nach Ihrem.',
    grading:
      'In der Mitte steht die Arbeit, rechts das Raster. Wählen Sie für jedes Kriterium eine Stufe und schreiben Sie, was hilft; Notizen werden laufend gesichert. Häufige Kommentare können Sie aufbewahren. Ein Ergebnis gilt, sobald Sie es bestätigen, und die Person erfährt es sofort. Eine zurückgegebene Arbeit kommt als neuer Versuch wieder, mit den früheren daneben.',
    overview:
      'Wie es um alle Durchführungen steht, in wenigen Zahlen. Jede Zahl führt zu den Menschen dahinter. Gefährdet heißt: Eine Frist naht, und wenig ist getan. Wählen Sie eine Durchführung oder einen Zeitraum, um genauer hinzusehen.',
    overviewLearners:
      'Die Menschen hinter einer Zahl des Überblicks. Die Filter stehen in der Adresse, Sie können sie also weitergeben. Öffnen Sie eine Zeile, um den ganzen Weg einer Person zu sehen. Von dort verlängern Sie eine Frist oder melden jemanden ab.',
    offerings:
      'Eine Durchführung ist ein Lauf eines veröffentlichten Micro-Credentials: mit Terminen, Plätzen und Mitarbeitenden. Laufende und kommende stehen zuerst. Öffnen Sie eine, um Personen anzumelden, Fristen zu ändern oder zu sagen, wer lehrt und bewertet. Legen Sie eine neue an, sobald eine Ausgabe veröffentlicht ist.',
    offeringCalendar:
      'Was beginnt, was endet und wann die Anmeldung öffnet und schließt, über alle Durchführungen. Wählen Sie einen Tag, um zu sehen, was an ihm ist; die Liste darunter zeigt den ganzen Monat und wie voll jede Durchführung ist. Tage und Zeiten gelten dort, wo Ihre Einrichtung ist. Abgesagte Durchführungen fehlen.',
    newOffering:
      'Wählen Sie eine Ausgabe und sagen Sie, wann sie läuft, wie viele Plätze es gibt und wann das Projekt fällig ist. Fristen sind ein fester Tag oder einige Tage nach dem Beginn einer Person. Mit offener Anmeldung erscheint sie sofort im Katalog. All das lässt sich später ändern, nur nicht die Ausgabe derer, die begonnen haben.',
    offering:
      'Alles über einen Lauf: Termine, Plätze, Mitarbeitende und alle, die einen Platz haben. Melden Sie Personen einzeln oder aus einer Datei an. Ein freier Platz geht von selbst an die erste Person der Warteliste. Öffnen Sie eine Person, um zu sehen, wie weit sie ist, oder um ihr mehr Zeit zu geben. Am Ende stehen Links und eine Karte für Systeme, die kein LTI sprechen.',
    enrollment:
      'Eine Person in einer Durchführung, vom ersten Tag bis zum Badge. Sie sehen, was getan, abgegeben und entschieden wurde. Geben Sie hier mehr Zeit oder einen Nachteilsausgleich; der Grund wird aufbewahrt. Eine Abmeldung behält alles, was getan wurde, und die Person kann wiederkommen.',
    enrollmentImports:
      'Melden Sie viele Personen aus einer CSV-Datei an. Sie wird zuerst Zeile für Zeile geprüft, und nichts geschieht, bevor Sie bestätigen. Neue Personen bekommen ein Konto und einen Brief. Zeilen mit Fehlern stehen da mit dem, was zu tun ist, und dieselbe Datei noch einmal verdoppelt niemanden. Sie können weggehen, während es läuft.',
    people:
      'Alle, die zur Einrichtung gehören, und was sie dürfen. Laden Sie jemanden ein, geben oder nehmen Sie eine Rolle oder setzen Sie eine Mitgliedschaft aus. Wer ausgesetzt ist, verliert nichts und kann nichts tun, bis das endet. Wenigstens eine Person muss verwalten können.',
    firstSteps:
      'Der Weg von einem leeren Cairn zum ersten Badge, Schritt für Schritt. Jeder Schritt zeigt, ob er getan ist, und führt zu seiner Seite. Die Reihenfolge ist frei, und was Sie nicht brauchen, lassen Sie aus. Ist ein erstes Badge ausgestellt, hat diese Seite ihren Dienst getan.',
    letters:
      'Alles, was Cairn per Mail schreibt: was, wann und an wen. Jeder Brief kommt in der Sprache der Lesenden an und ist ohne Änderung brauchbar. Schreiben Sie ihn, wenn Sie mögen, mit eigenen Worten, in jeder Sprache. Unterschrift und Fußzeile stehen in allen, beginnen Sie also dort.',
    letter:
      'Schreiben Sie Betreff und Text eines Briefs mit eigenen Worten. Was in doppelten geschweiften Klammern steht, wird ersetzt, etwa durch den Namen der lesenden Person; die Knöpfe setzen es ein. Die Vorschau zeigt ihn mit erfundenen Personen, auch dunkel und auf dem Telefon. Schicken Sie ihn an sich, bevor Sie speichern. Zurück zu Cairns Worten geht es jederzeit, und frühere Fassungen bleiben.',
    completions:
      'Wer was wann abgeschlossen hat, das Neueste zuerst. Filtern Sie nach Durchführung und Zeit und laden Sie dasselbe als Datei herunter. Ein Abschluss entsteht aus einem endgültig bestandenen Projekt und aus nichts anderem. Das Badge folgt nach Minuten.',
    credentials:
      'Alle ausgestellten Nachweise mit ihrem Stand. Suchen Sie eine Person oder filtern Sie nach Micro-Credential. Öffnen Sie einen, um seine Geschichte zu sehen, den Brief noch einmal zu schicken, ihn auszusetzen oder zu widerrufen. Die Reiter führen zu Bitten um Berichtigung und zu dem, was vor Cairn erworben wurde.',
    credential:
      'Eine unterschriebene Aussage über eine Person, mit allem, was mit ihr geschah. Aussetzen nimmt sie für eine Weile zurück, ein Widerruf für immer; beides braucht einen Grund. Wer das Badge prüft, sieht es nach Minuten. Eine Berichtigung stellt unter derselben Adresse eine neue Form aus.',
    requests:
      'Lernende bitten hier darum, den Namen auf einem Badge zu berichtigen. Nehmen Sie an, und das Badge wird unter derselben Adresse neu unterschrieben. Lehnen Sie ab, schreiben Sie warum: Die Antwort geht per Mail an die Person. Die älteste Bitte steht zuerst.',
    revocations:
      'Viele Nachweise lassen sich auf einmal zurücknehmen, etwa nach einem Fehler in einer Durchführung. Bis zu dem Tag, den Sie nennen, geschieht nichts, und so lange können Sie es absagen. Alle Betroffenen stehen vorher in einer Liste. Gründe bleiben im Protokoll.',
    historic:
      'Vergeben Sie Badges für das, was Menschen vor Cairn erworben haben. Laden Sie eine Liste hoch; jede Zeile wird geprüft, und nichts wird ausgestellt, bevor Sie bestätigen. Ein solches Badge sagt, dass das Büro es eingetragen hat und an welchem Tag es erworben wurde. Briefe gehen nur hinaus, wenn Sie es wollen.',
    endorsements:
      'Eine Empfehlung ist ein unterschriebenes Wort einer Organisation über eine andere oder über ein Badge. Erhaltene warten hier, bis Sie sie annehmen; angenommene stehen auf Ihren öffentlichen Seiten. Daneben empfehlen Sie selbst jemanden. Beides kann jeder prüfen.',
    audit:
      'Jede Änderung, wer sie gemacht hat und über wen. Nichts hier lässt sich ändern oder löschen, und eine Kette von Prüfsummen zeigt, dass es auch nicht geschehen ist. Filtern Sie nach Person, Art oder Zeit und laden Sie herunter, was Sie brauchen. Texte von Menschen stehen nicht darin, nur was geschah.',
    institution:
      'Wie sich Ihre Einrichtung zeigt: Name, Beschreibung, Akkreditierung und Kontakt. Lernende und Arbeitgeber lesen es auf Seiten und in Badges. Sprache und Zeitzone gelten für alle, die nichts gewählt haben. Ausgestellte Badges behalten, was sie an ihrem Tag sagten.',
    look: 'Farben, Logo und Unterschriften für Seiten, Urkunden und diese Anwendung. Farben, die sich nicht unterscheiden lassen, werden abgelehnt, denn jemand könnte sie nicht lesen. Das Muster zeigt eine Urkunde in Ihrem Aussehen. Alles gilt ab jetzt, auch für vorhandene Badges.',
    badgeLetters:
      'Entscheiden Sie, ob dem Brief über ein neues Badge das Bild und die Urkunde beiliegen. Alle haben dann beides in der Mailbox, und die Briefe werden größer. Wo ein Mailserver das ablehnt, kommt nur der Link. Die Worte aller Briefe stehen auf einer eigenen Seite.',
    keys: 'Schlüssel unterschreiben Ihre Badges. Im Alltag ist hier nichts zu tun. Beginnen Sie einmal im Jahr einen neuen oder wenn jemand geht, der Zugang zum Server hatte; alte Badges bleiben gültig. Wurde ein Schlüssel vielleicht gestohlen, melden Sie es: Dann wird alles, was er unterschrieben hat, neu unterschrieben.',
    forms:
      'In welchen unterschriebenen Formen es Badges außer der üblichen gibt. Manche Wallets und Programme brauchen eine andere Unterschrift. Jede Form kostet beim Ausstellen ein wenig Zeit. Lassen Sie es, wie es ist, solange kein Partner danach fragt.',
    roster:
      'Alle Plätze aller Durchführungen in einer Liste. Grenzen Sie sie mit den Filtern ein; sie stehen in der Adresse, Sie können sie also aufheben oder verschicken. Markieren Sie einige Plätze oder nehmen Sie alle, die der Filter findet, und tun Sie für alle dasselbe: Zuerst sehen Sie, was aus jedem würde. Die Liste lässt sich so herunterladen, wie sie ist.',
    acts: 'Was mit vielen Plätzen auf einmal geschah oder vielen geschrieben wurde. Bevor es beginnt, sehen Sie, welche Plätze es ändern würde und warum andere bleiben, wie sie sind. Während es läuft, können Sie weggehen; es geht weiter. Eine Abmeldung oder Verlegung lässt sich einen Tag lang zurücknehmen, soweit die Plätze noch frei sind.',
    erasures:
      'Jede Person darf verlangen, dass gelöscht wird, was über sie gespeichert ist. Sie hat zwei Wochen, es sich anders zu überlegen; dann geschieht es von selbst. Sie können es für jemanden veranlassen, der einen Brief geschrieben hat, und nur aus einem Grund ablehnen, den das Gesetz nennt. Was bleibt, ist der bloße Nachweis einer Verleihung, ohne Namen.',
    retention:
      'Wie lange aufgehoben wird, was niemand für immer braucht: nie abgegebene Entwürfe, Benachrichtigungen, Briefe, Sitzungen. Sehen Sie zuerst nach, was eine Änderung löschen würde; dann speichern Sie. Ausgeführt wird es einmal am Tag. Badges, Urteile und das Protokoll bleiben unberührt.',
    platforms:
      'Hier lernt Cairn Ihre Lernplattform kennen, über LTI 1.3. Erzeugen Sie einen Link und geben Sie ihn an die Verwaltung der Lernplattform; hat sie ihn dort geöffnet, können Lehrkräfte Cairn in ihre Kurse aufnehmen. Eine Einbindung ist ein Ort in der Lernplattform, an dem Cairn eingerichtet ist: Die erste gilt von selbst, weitere warten auf Sie. Unter Kurse steht, wo Cairn geöffnet wurde und wer nach Auskunft der Lernplattform darin ist. Wer von dort kommt, darf hier nicht mehr als das, was die Lernplattform in diesem Kurs von ihm sagt. Am Ende nennen Sie Websites ohne LTI, die eine Karte einer Durchführung zeigen dürfen.',
    webhooks:
      'Ein Webhook sagt einem anderen Ihrer Systeme sofort, was hier geschah, etwa eine Anmeldung oder ein Badge. Tragen Sie die Adresse ein, wählen Sie, wovon sie hört, und geben Sie ihr das Geheimnis, das einmal gezeigt wird: Damit prüft die Gegenseite, dass eine Nachricht von uns ist. Was nicht ankam, wird drei Tage lang wieder versucht und lässt sich von Hand nachschicken.',
    health:
      'Ob hinter den Bildschirmen alles geht: die Warteschlange, die Mail, der Speicher und was nach der Uhr läuft. Jede Zeile sagt, was nicht stimmt und was zu tun ist. Was nach vielen Versuchen aufgegeben wurde, lässt sich von hier wieder versuchen. Nichts auf dieser Seite ändert, was Lernende sehen.',
  },
};
