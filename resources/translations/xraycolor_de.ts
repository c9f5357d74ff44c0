<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>XrayColor</name>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>&amp;Cancel colouring</source>
      <translation>Einfärben a&amp;bbrechen</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>&amp;Grey while held</source>
      <translation>&amp;Grau, solange gehalten</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>&amp;Load a palette…</source>
      <translation>Palette &amp;laden…</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>&amp;Stronger</source>
      <translation>&amp;Stärker</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>&amp;Weaker</source>
      <translation>Sch&amp;wächer</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Colour &amp;again</source>
      <translation>&amp;Erneut einfärben</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Colour anyway, at my own &amp;risk</source>
      <translation>T&amp;rotzdem einfärben, auf eigenes Risiko</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>E&amp;dit the palette…</source>
      <translation>Palette &amp;bearbeiten…</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Fade &amp;less</source>
      <translation>&amp;Weniger verblassen</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Fade &amp;more</source>
      <translation>&amp;Mehr verblassen</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Next &amp;model</source>
      <translation>Nächstes &amp;Modell</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Show all &amp;tissues</source>
      <translation>Alle Gewebe &amp;zeigen</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>Strength &amp;1.0</source>
      <translation>Stärke &amp;1,0</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>no colour is being made</source>
      <translation>es wird gerade nichts eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>the film does not stay grey</source>
      <translation>die Aufnahme bleibt nicht grau</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>the film has its colour, or gets it</source>
      <translation>die Aufnahme ist eingefärbt oder wird es gerade</translation>
    </message>
    <message>
      <location filename="gui/actions/colour.py" />
      <source>there is no other model for this film</source>
      <translation>für diese Aufnahme gibt es kein anderes Modell</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>&amp;Redo: nothing to redo</source>
      <translation>&amp;Wiederholen: nichts zu tun</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>&amp;Redo: {}</source>
      <translation>&amp;Wiederholen: {}</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>&amp;Undo: nothing to undo</source>
      <translation>&amp;Rückgängig: nichts zu tun</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>&amp;Undo: {}</source>
      <translation>&amp;Rückgängig: {}</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>nothing was changed</source>
      <translation>nichts wurde geändert</translation>
    </message>
    <message>
      <location filename="gui/actions/edit.py" />
      <source>nothing was taken back</source>
      <translation>nichts wurde zurückgenommen</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>&amp;Close film</source>
      <translation>Aufnahme &amp;schließen</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>&amp;Remember folders</source>
      <translation>Ordner &amp;merken</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>Open &amp;files…</source>
      <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>Open a f&amp;older…</source>
      <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>Open the &amp;sample</source>
      <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>&amp;First film</source>
      <translation>&amp;Erste Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>&amp;Last film</source>
      <translation>&amp;Letzte Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>&amp;Next film</source>
      <translation>&amp;Nächste Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>&amp;Previous film</source>
      <translation>&amp;Vorige Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>Ne&amp;xt study</source>
      <translation>Nächste S&amp;tudie</translation>
    </message>
    <message>
      <location filename="gui/actions/films.py" />
      <source>Pre&amp;vious study</source>
      <translation>V&amp;orige Studie</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>&amp;Full range</source>
      <translation>&amp;Ganzer Wertebereich</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>&amp;Invert</source>
      <translation>&amp;Invertieren</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>&amp;Reset window</source>
      <translation>Fenster &amp;zurücksetzen</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>Window &amp;{} of the file</source>
      <translation>Fenster &amp;{} der Datei</translation>
    </message>
    <message>
      <location filename="gui/actions/help.py" />
      <source>&amp;About XrayColor</source>
      <translation>Ü&amp;ber XrayColor</translation>
    </message>
    <message>
      <location filename="gui/actions/help.py" />
      <source>&amp;Keys</source>
      <translation>&amp;Tasten</translation>
    </message>
    <message>
      <location filename="gui/actions/layout.py" />
      <source>&amp;Certificate</source>
      <translation>&amp;Nachweis</translation>
    </message>
    <message>
      <location filename="gui/actions/layout.py" />
      <source>F&amp;ull screen</source>
      <translation>&amp;Vollbild</translation>
    </message>
    <message>
      <location filename="gui/actions/layout.py" />
      <source>Fold &amp;colour dock</source>
      <translation>&amp;Farbleiste einklappen</translation>
    </message>
    <message>
      <location filename="gui/actions/layout.py" />
      <source>Fold &amp;studies</source>
      <translation>&amp;Studien einklappen</translation>
    </message>
    <message>
      <location filename="gui/actions/layout.py" />
      <source>Next p&amp;art of the window</source>
      <translation>Nächster &amp;Teil des Fensters</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;Colour</source>
      <translation>&amp;Farbe</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;Tools</source>
      <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>it is not yet known how the film is coloured</source>
      <translation>noch ist nicht bekannt, wie die Aufnahme eingefärbt wird</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>no film is open</source>
      <translation>keine Aufnahme ist offen</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>no film is shown</source>
      <translation>keine Aufnahme wird gezeigt</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>only one film is open</source>
      <translation>nur eine Aufnahme ist offen</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>the colour tells no confidence</source>
      <translation>die Farbe sagt nicht, wie sicher sie ist</translation>
    </message>
    <message>
      <location filename="gui/actions/needs.py" />
      <source>the film has no colour</source>
      <translation>die Aufnahme hat keine Farbe</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>&amp;Actual size</source>
      <translation>&amp;Originalgröße</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Fi&amp;t</source>
      <translation>Ein&amp;passen</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>One &amp;pane</source>
      <translation>&amp;Ein Bild</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Place &amp;before</source>
      <translation>Lage da&amp;vor</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Place aft&amp;er</source>
      <translation>Lage &amp;danach</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Show as at fi&amp;rst</source>
      <translation>Zeigen wie zu Beg&amp;inn</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Zoom &amp;in</source>
      <translation>Ver&amp;größern</translation>
    </message>
    <message>
      <location filename="gui/actions/place.py" />
      <source>Zoom &amp;out</source>
      <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
      <location filename="gui/actions/tools.py" />
      <source>&amp;Pan</source>
      <translation>&amp;Verschieben</translation>
    </message>
    <message>
      <location filename="gui/actions/tools.py" />
      <source>&amp;Window</source>
      <translation>&amp;Fenster</translation>
    </message>
    <message>
      <location filename="gui/actions/tools.py" />
      <source>&amp;Zoom</source>
      <translation>&amp;Zoom</translation>
    </message>
    <message>
      <location filename="gui/actions/turn.py" />
      <source>As &amp;stored</source>
      <translation>Wie &amp;gespeichert</translation>
    </message>
    <message>
      <location filename="gui/actions/turn.py" />
      <source>Flip &amp;horizontally</source>
      <translation>&amp;Waagerecht spiegeln</translation>
    </message>
    <message>
      <location filename="gui/actions/turn.py" />
      <source>Flip &amp;vertically</source>
      <translation>&amp;Senkrecht spiegeln</translation>
    </message>
    <message>
      <location filename="gui/actions/turn.py" />
      <source>Turn &amp;left</source>
      <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
      <location filename="gui/actions/turn.py" />
      <source>Turn &amp;right</source>
      <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>&amp;Light theme</source>
      <translation>&amp;Helle Oberfläche</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>Close XrayColor and open it again.</source>
      <translation>XrayColor schließen und wieder öffnen.</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>La&amp;nguage</source>
      <translation>S&amp;prache</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>Same as the &amp;system</source>
      <translation>Wie das &amp;System</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>The language changes at the next start.</source>
      <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>Commands found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>Find a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>No command fits. Try fewer letters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>What do you want to do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>&amp;Next comparison</source>
      <translation>&amp;Nächster Vergleich</translation>
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>Blink</source>
      <translation>Blinken</translation>
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>Colour over grey</source>
      <translation>Farbe über Grau</translation>
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>Lens</source>
      <translation>Lupe</translation>
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <location filename="gui/compare.py" />
      <source>Swipe</source>
      <translation>Wischen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>As stored: {} × {} pixels</source>
      <translation>Wie gespeichert: {} × {} Pixel</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Colour fades to grey below {}.</source>
      <translation>Farbe verblasst unter {} zu Grau.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Coloured at your own risk</source>
      <translation>Auf eigenes Risiko eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>DICOM</source>
      <translation>DICOM</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Drawn grey: {}.</source>
      <translation>Grau gezeichnet: {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Export to</source>
      <translation>Exportieren nach</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Export {}</source>
      <translation>{} exportieren</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Exported</source>
      <translation>Exportiert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>From Hounsfield units, no network</source>
      <translation>Aus Hounsfield-Einheiten, ohne Netz</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Goes with the file</source>
      <translation>Steht in der Datei</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Make a new study for it</source>
      <translation>Neue Studie dafür anlegen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Model {}</source>
      <translation>Modell {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Name a folder by its whole path.</source>
      <translation>Ordner mit ganzem Pfad angeben.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Only this is coloured: {}.</source>
      <translation>Nur dies ist farbig: {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>PNG</source>
      <translation>PNG</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Research and teaching, not for primary diagnosis.</source>
      <translation>Forschung und Lehre, nicht zur Primärdiagnostik.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Secondary Capture, a new series in the same study, with its patient. The original is kept.</source>
      <translation>Secondary Capture, neue Serie in derselben Studie, mit Patient. Das Original bleibt.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Stays grey, {}.</source>
      <translation>Bleibt grau, {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>The certificate, measured at full size.</source>
      <translation>Der Nachweis, in voller Größe gemessen.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>The file says so, and why: {}</source>
      <translation>Die Datei sagt das, und warum: {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>The file takes the film’s name. The film itself is never written over.</source>
      <translation>Die Datei heißt wie die Aufnahme. Die Aufnahme selbst wird nie überschrieben.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>This film belongs to no DICOM study, and an archive files pictures by study.</source>
      <translation>Diese Aufnahme gehört zu keiner DICOM-Studie, und ein Archiv ordnet Bilder nach Studien.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Write file</source>
      <translation>Datei schreiben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>Writing</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>as it will be written</source>
      <translation>so wird es geschrieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>sRGB picture without patient text. Model, palette and strength are in the file.</source>
      <translation>sRGB-Bild ohne Patiententext. Modell, Palette und Stärke stehen in der Datei.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>sRGB picture without patient text. Why it stays grey is in the file.</source>
      <translation>sRGB-Bild ohne Patiententext. Warum es grau bleibt, steht in der Datei.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>{}, inverted</source>
      <translation>{}, invertiert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/export.py" />
      <source>{}, palette {}, strength {}, {}.</source>
      <translation>{}, Palette {}, Stärke {}, {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Ctrl wheel</source>
      <translation>Strg + Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Films</source>
      <translation>Aufnahmen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Place</source>
      <translation>Lage</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Shift wheel</source>
      <translation>Umschalt + Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Space</source>
      <translation>Leertaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>cancel colouring</source>
      <translation>Einfärben abbrechen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>certificate</source>
      <translation>Nachweis</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>double_click</source>
      <translation>Doppelklick</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>edit the palette</source>
      <translation>Palette bearbeiten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>export</source>
      <translation>exportieren</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>fade less, more where unsure</source>
      <translation>bei Unsicherheit weniger, mehr verblassen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>film before, after</source>
      <translation>vorige, nächste Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>first, last film</source>
      <translation>erste, letzte Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>fit</source>
      <translation>einpassen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>fold studies, colour dock</source>
      <translation>Studien, Farbleiste einklappen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>full range</source>
      <translation>ganzer Wertebereich</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>grey while held</source>
      <translation>grau, solange gehalten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>in the legend: hide, show</source>
      <translation>in der Legende: ausblenden, zeigen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>in the legend: only this tissue</source>
      <translation>in der Legende: nur dieses Gewebe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>invert</source>
      <translation>invertieren</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>left drag: window, zoom, pan</source>
      <translation>linke Taste: Fenster, Zoom, Verschieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>left_drag</source>
      <translation>linke Maustaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>load a palette</source>
      <translation>Palette laden</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>middle_drag</source>
      <translation>mittlere Maustaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>next model</source>
      <translation>nächstes Modell</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>next part</source>
      <translation>nächster Teil</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>one pane, both panes</source>
      <translation>ein Bild, beide Bilder</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>open a folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>open files</source>
      <translation>Dateien öffnen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>pan</source>
      <translation>verschieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>right_drag</source>
      <translation>rechte Maustaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>strength</source>
      <translation>Stärke</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>strength 1.0</source>
      <translation>Stärke 1,0</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>study before, after</source>
      <translation>vorige, nächste Studie</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>the file’s own windows</source>
      <translation>Fenster der Datei</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>this sheet</source>
      <translation>diese Übersicht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>weaker, stronger</source>
      <translation>schwächer, stärker</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>wheel</source>
      <translation>Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>window: right wider, up brighter</source>
      <translation>Fenster: rechts weiter, oben heller</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>zoom</source>
      <translation>zoomen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>zoom at the cursor</source>
      <translation>am Zeiger zoomen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>Made from {}.</source>
      <translation>Abgeleitet von {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>My {}</source>
      <translation>Meine {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>colour of {}</source>
      <translation>Farbe von {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>label of {}</source>
      <translation>Bezeichnung von {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>power</source>
      <translation>Potenz</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>salience of {}</source>
      <translation>Gewicht von {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_draft.py" />
      <source>{}, not saved</source>
      <translation>{}, nicht gespeichert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Deleted. Save keeps it again.</source>
      <translation>Gelöscht. Speichern behält sie wieder.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Deleting</source>
      <translation>Wird gelöscht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Edit palette</source>
      <translation>Palette bearbeiten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Give the palette a name.</source>
      <translation>Die Palette braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Give this tissue a label.</source>
      <translation>Dieses Gewebe braucht eine Bezeichnung.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Label</source>
      <translation>Bezeichnung</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Label of the tissue</source>
      <translation>Bezeichnung des Gewebes</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Lightness 55. Hatched: looks like the violet of marks.</source>
      <translation>Helligkeit 55. Schraffiert: gleicht dem Violett der Marken.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Name of the palette</source>
      <translation>Name der Palette</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Not saved</source>
      <translation>Nicht gespeichert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Not saved. Esc again drops the changes.</source>
      <translation>Nicht gespeichert. Esc noch einmal verwirft die Änderungen.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Nothing to redo</source>
      <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Nothing to undo</source>
      <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Power</source>
      <translation>Potenz</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Power: how far the loudest tissue wins</source>
      <translation>Potenz: wie weit das lauteste Gewebe gewinnt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>Wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Redo: {} (Ctrl+Shift+Z)</source>
      <translation>Wiederholen: {} (Strg+Umschalt+Z)</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Salience</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Salience: how loudly the tissue speaks</source>
      <translation>Gewicht: wie laut das Gewebe spricht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Saved, and in use.</source>
      <translation>Gespeichert und in Gebrauch.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Saving</source>
      <translation>Wird gespeichert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Seen by</source>
      <translation>Gesehen von</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Show colours as seen by: {}</source>
      <translation>Farben zeigen wie gesehen von: {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>The panes show {}.</source>
      <translation>Die Bilder zeigen {}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>There is another palette “{}”. Give this one a name of its own.</source>
      <translation>Es gibt schon eine Palette „{}“. Diese braucht einen eigenen Namen.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Undo (Ctrl+Z)</source>
      <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>Undo: {} (Ctrl+Z)</source>
      <translation>Rückgängig: {} (Strg+Z)</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>a*, green to red</source>
      <translation>a*, Grün bis Rot</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>b*, blue to yellow</source>
      <translation>b*, Blau bis Gelb</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_editor.py" />
      <source>ΔE2000 from {}, and colour left in dark and light places</source>
      <translation>ΔE2000 von {}, und Farbe, die im Dunklen und Hellen bleibt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_plane.py" />
      <source>Arrow keys change a* and b* by 1, with Shift by 5. Page Up and Page Down choose the tissue.</source>
      <translation>Pfeiltasten ändern a* und b* um 1, mit Umschalt um 5. Bild auf und Bild ab wählen das Gewebe.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_plane.py" />
      <source>Colour plane. {tissue}: a* {a:g}, b* {b:g}</source>
      <translation>Farbebene. {tissue}: a* {a:g}, b* {b:g}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>, at least {}</source>
      <translation>, mindestens {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>All apart in normal vision</source>
      <translation>Alle unterscheidbar bei normalem Farbsehen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>All limits are met.</source>
      <translation>Alle Grenzen sind eingehalten.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Audit of the palette</source>
      <translation>Prüfung der Palette</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Blue-blind</source>
      <translation>Blaublind</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Dark and light places keep colour</source>
      <translation>Dunkles und Helles behält Farbe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Every tissue has a colour</source>
      <translation>Jedes Gewebe hat eine Farbe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Green-blind</source>
      <translation>Grünblind</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Lung, heart, bone apart for everyone</source>
      <translation>Lunge, Herz, Knochen für alle unterscheidbar</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>None looks like the violet of marks</source>
      <translation>Keines gleicht dem Violett der Marken</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Red-blind</source>
      <translation>Rotblind</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Tissue</source>
      <translation>Gewebe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Tissues</source>
      <translation>Gewebe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>Up and Down choose the tissue whose colour is edited.</source>
      <translation>Auf und Ab wählen das Gewebe, dessen Farbe bearbeitet wird.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>apart</source>
      <translation>unterscheidbar</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>does not hold</source>
      <translation>nicht erfüllt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>holds</source>
      <translation>erfüllt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>no limit</source>
      <translation>keine Grenze</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>not applicable</source>
      <translation>nicht anwendbar</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>of the colour is left at L* {:g}, at least {}</source>
      <translation>der Farbe bleiben bei L* {:g}, mindestens {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>too close</source>
      <translation>zu ähnlich</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>{}: stays grey</source>
      <translation>{}: bleibt grau</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>… fat as well</source>
      <translation>… auch Fett</translation>
    </message>
    <message>
      <location filename="gui/dialogs/palette_table.py" />
      <source>… soft tissue as well</source>
      <translation>… auch Weichteile</translation>
    </message>
    <message>
      <location filename="gui/dock.py" />
      <source>Narrow {} ({})</source>
      <translation>{} schmaler machen ({})</translation>
    </message>
    <message>
      <location filename="gui/dock.py" />
      <source>Widen {} ({})</source>
      <translation>{} verbreitern ({})</translation>
    </message>
    <message>
      <location filename="gui/film_menu.py" />
      <source>What to do with the film</source>
      <translation>Was mit der Aufnahme geschehen soll</translation>
    </message>
    <message>
      <location filename="gui/looks.py" />
      <source>grey below</source>
      <translation>Grau unter</translation>
    </message>
    <message>
      <location filename="gui/looks.py" />
      <source>hidden tissues</source>
      <translation>ausgeblendete Gewebe</translation>
    </message>
    <message>
      <location filename="gui/looks.py" />
      <source>palette</source>
      <translation>Palette</translation>
    </message>
    <message>
      <location filename="gui/notice.py" />
      <source>Close other programs, or take a smaller copy.</source>
      <translation>Andere Programme schließen oder eine kleinere Kopie nehmen.</translation>
    </message>
    <message>
      <location filename="gui/notice.py" />
      <source>Please report it with the details.</source>
      <translation>Bitte mit den Einzelheiten melden.</translation>
    </message>
    <message>
      <location filename="gui/notice.py" />
      <source>XrayColor has a fault here.</source>
      <translation>XrayColor hat hier einen Fehler.</translation>
    </message>
    <message>
      <location filename="gui/notice.py" />
      <source>there is not enough memory for this film.</source>
      <translation>der Speicher reicht für diese Aufnahme nicht.</translation>
    </message>
    <message>
      <location filename="gui/open_films.py" />
      <source>close film</source>
      <translation>Aufnahme schließen</translation>
    </message>
    <message>
      <location filename="gui/opening.py" />
      <source>Install XrayColor again.</source>
      <translation>XrayColor neu installieren.</translation>
    </message>
    <message>
      <location filename="gui/opening.py" />
      <source>Open a folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <location filename="gui/opening.py" />
      <source>Open files</source>
      <translation>Dateien öffnen</translation>
    </message>
    <message>
      <location filename="gui/opening.py" />
      <source>The sample radiographs are missing.</source>
      <translation>Die Beispielaufnahmen fehlen.</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>AI colour: {model}</source>
      <translation>KI-Farbe: {model}</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>At the reader’s own risk</source>
      <translation>Auf eigenes Risiko</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>Hounsfield units, no network</source>
      <translation>Hounsfield-Einheiten, ohne Netz</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>No colour</source>
      <translation>Keine Farbe</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>a model’s opinion</source>
      <translation>Meinung eines Modells</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>at your own risk, a model’s opinion</source>
      <translation>auf eigenes Risiko, Meinung eines Modells</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>colour is {whose}</source>
      <translation>Farbe: {whose}</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>film unlike the training</source>
      <translation>anders als das Training</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>none: {why}</source>
      <translation>keine: {why}</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>not a picture to colour</source>
      <translation>kein Bild zum Einfärben</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>shown as grey</source>
      <translation>grau gezeigt</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>{palette}, strength {strength}</source>
      <translation>{palette}, Stärke {strength}</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>{whose}, grey in the lens</source>
      <translation>{whose}, grau in der Lupe</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>{whose}, {tissue} only</source>
      <translation>{whose}, nur {tissue}</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>It meets all limits.</source>
      <translation>Sie hält alle Grenzen ein.</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>Load a palette</source>
      <translation>Palette laden</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>Palette “{}” is in use</source>
      <translation>Palette „{}“ ist in Gebrauch</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>Palette “{}” is in use, but misses a limit</source>
      <translation>Palette „{}“ ist in Gebrauch, verfehlt aber eine Grenze</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>Palette “{}” is in use, but misses limits</source>
      <translation>Palette „{}“ ist in Gebrauch, verfehlt aber Grenzen</translation>
    </message>
    <message>
      <location filename="gui/palette_file.py" />
      <source>Palettes (*.json)</source>
      <translation>Paletten (*.json)</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Back to the colours (F7)</source>
      <translation>Zurück zu den Farben (F7)</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Certificate</source>
      <translation>Nachweis</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Certificate copied as text</source>
      <translation>Nachweis als Text kopiert</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Colour changed the lightness</source>
      <translation>Farbe hat die Helligkeit verändert</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Colour edges lie on real edges</source>
      <translation>Farbkanten liegen auf echten Kanten</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Colour vision: too few colours to compare</source>
      <translation>Farbsehen: zu wenige Farben</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Colour-blind? Use the Safe palette</source>
      <translation>Farbenblind? Palette Sicher nehmen</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Copy the certificate as text</source>
      <translation>Nachweis als Text kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Edges: no colour is drawn</source>
      <translation>Kanten: keine Farbe gezeigt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Every reader can tell the colours apart</source>
      <translation>Für alle Augen unterscheidbar</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Film is like the training films</source>
      <translation>Aufnahme gleicht dem Training</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Film is unlike the training films</source>
      <translation>Aufnahme gleicht dem Training nicht</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>It could not be measured.</source>
      <translation>Konnte nicht gemessen werden.</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Lightness is the film’s own</source>
      <translation>Helligkeit ist die der Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Lightness: no colour is drawn</source>
      <translation>Helligkeit: keine Farbe gezeigt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Likeness to the training: not told</source>
      <translation>Ähnlichkeit mit dem Training: unbekannt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Measured when the colour is there.</source>
      <translation>Wird gemessen, sobald die Farbe da ist.</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Measuring</source>
      <translation>Messung läuft</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Model known by its weights</source>
      <translation>Modell an den Gewichten erkannt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>No network was used</source>
      <translation>Kein Netz verwendet</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Nothing to certify: no colour is shown.</source>
      <translation>Nichts nachzuweisen: keine Farbe gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Open the certificate</source>
      <translation>Nachweis öffnen</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Some borders are the colour’s own</source>
      <translation>Manche Grenze zieht nur die Farbe</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Use the Safe palette</source>
      <translation>Palette Sicher verwenden</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Weights of the model unknown</source>
      <translation>Gewichte des Modells unbekannt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>measured {}</source>
      <translation>gemessen {}</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>Closest two tissues. {}</source>
      <translation>Die zwei ähnlichsten Gewebe. {}</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>closest two</source>
      <translation>ähnlichste</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>colour edges</source>
      <translation>Farbkanten</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>grey edges</source>
      <translation>Graukanten</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>limit {}</source>
      <translation>Grenze {}</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>{percent} of the coloured pixels lie below the limit of {limit}</source>
      <translation>{percent} der farbigen Pixel liegen unter der Grenze von {limit}</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_plots.py" />
      <source>{} of 100</source>
      <translation>{} von 100</translation>
    </message>
    <message>
      <location filename="gui/panels/colour.py" />
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <location filename="gui/panels/colour.py" />
      <source>&amp;Palette</source>
      <translation>&amp;Palette</translation>
    </message>
    <message>
      <location filename="gui/panels/colour.py" />
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <location filename="gui/panels/colour.py" />
      <source>Load from file…</source>
      <translation>Aus Datei laden…</translation>
    </message>
    <message>
      <location filename="gui/panels/colour.py" />
      <source>Palette</source>
      <translation>Palette</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>1 other film is open and not affected.</source>
      <translation>1 andere Aufnahme ist offen und nicht betroffen.</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>Details for support</source>
      <translation>Einzelheiten für den Support</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>Next film</source>
      <translation>Nächste Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>no picture</source>
      <translation>kein Bild</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>{} cannot be read</source>
      <translation>{} ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="gui/panels/failure.py" />
      <source>{} other films are open and not affected.</source>
      <translation>{} andere Aufnahmen sind offen und nicht betroffen.</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>As found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By body part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By modality</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Find in studies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Name, number, day, body part, modality, file or state</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Order of the studies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Order of the studies: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>Colour fades to grey below</source>
      <translation>Farbe verblasst zu Grau unter</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>Colour fades to grey below {limit}</source>
      <translation>Farbe verblasst unter {limit} zu Grau</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>Colour fades to grey where the model is less sure than this. { and }</source>
      <translation>Farbe verblasst zu Grau, wo das Modell weniger sicher ist als hier. { und }</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>Colour is shown however unsure the model is</source>
      <translation>Farbe wird gezeigt, so unsicher das Modell auch ist</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>How sure</source>
      <translation>Wie sicher</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>Nothing to doubt: the numbers of the slice say it</source>
      <translation>Kein Zweifel: die Zahlen der Schicht sagen es</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>This model does not say</source>
      <translation>Dieses Modell sagt es nicht</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>certain</source>
      <translation>gewiss</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>guess</source>
      <translation>geraten</translation>
    </message>
    <message>
      <location filename="gui/panels/how_sure.py" />
      <source>under the cursor: {}</source>
      <translation>unter dem Zeiger: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>Shares of each place, as its Hounsfield units state them.</source>
      <translation>Anteile jeder Stelle, wie ihre Hounsfield-Einheiten sie angeben.</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>Shares of the colour, as the palette weighs the tissues.</source>
      <translation>Anteile an der Farbe, wie die Palette die Gewebe gewichtet.</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>Shares of the shadow, as the model predicts them.</source>
      <translation>Anteile am Schatten, wie das Modell sie vorhersagt.</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>What Hounsfield units say</source>
      <translation>Was Hounsfield-Einheiten sagen</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>What the model sees</source>
      <translation>Was das Modell sieht</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>after colouring</source>
      <translation>nach dem Einfärben</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>at the cursor</source>
      <translation>am Zeiger</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>coloured; Space hides, Enter shows only this</source>
      <translation>farbig; Leertaste blendet aus, Eingabe zeigt nur dieses</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>hidden, drawn grey</source>
      <translation>ausgeblendet, grau gezeichnet</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>whole film</source>
      <translation>ganze Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/legend.py" />
      <source>{tissue}, {share}</source>
      <translation>{tissue}, {share}</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>No model</source>
      <translation>Kein Modell</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>Not used for this picture</source>
      <translation>Für dieses Bild nicht verwendet</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>from scratch</source>
      <translation>von Grund auf</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>lung by colour alone {} of 1</source>
      <translation>Lunge allein an der Farbe {} von 1</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>on EfficientNet-Lite0</source>
      <translation>auf EfficientNet-Lite0</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>on VGG-16</source>
      <translation>auf VGG-16</translation>
    </message>
    <message>
      <location filename="gui/panels/model_chooser.py" />
      <source>{} million parameters</source>
      <translation>{} Millionen Parameter</translation>
    </message>
    <message>
      <location filename="gui/panels/notices.py" />
      <source>Close notice</source>
      <translation>Hinweis schließen</translation>
    </message>
    <message>
      <location filename="gui/panels/notices.py" />
      <source>Notices</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <location filename="gui/panels/plots.py" />
      <source>This film has {score:.1f}, the limit is {limit:.1f}</source>
      <translation>Diese Aufnahme hat {score:.1f}, die Grenze ist {limit:.1f}</translation>
    </message>
    <message>
      <location filename="gui/panels/plots.py" />
      <source>like the training</source>
      <translation>wie das Training</translation>
    </message>
    <message>
      <location filename="gui/panels/plots.py" />
      <source>limit</source>
      <translation>Grenze</translation>
    </message>
    <message>
      <location filename="gui/panels/plots.py" />
      <source>this film</source>
      <translation>diese Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/plots.py" />
      <source>unlike it</source>
      <translation>anders</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>1 film</source>
      <translation>1 Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>1 of {} files is not shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Files read</source>
      <translation>Gelesene Dateien</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Files that are not shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Hide why</source>
      <translation>Warum ausblenden</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Nothing was changed on disk.</source>
      <translation>Auf der Platte wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Read “{}”</source>
      <translation>„{}“ gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Reading files</source>
      <translation>Dateien werden gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Reading “{}”</source>
      <translation>„{}“ wird gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Show why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>You can read while this runs.</source>
      <translation>Befunden geht weiter, während dies läuft.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>and {} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films have the number of another film. All are shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films in 1 study</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films in {} studies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} of {} files are not shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} of {} files read</source>
      <translation>{} von {} Dateien gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Colour not ready: both panes show the film</source>
      <translation>Farbe noch nicht fertig: beide Bilder zeigen die Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Grey only: both panes show the film</source>
      <translation>Nur Grau: beide Bilder zeigen die Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Hounsfield units say: {}</source>
      <translation>Hounsfield-Einheiten sagen: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Model guesses: {}. Too unsure to colour</source>
      <translation>Modell rät: {}. Zu unsicher für Farbe</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Model reads: no tissue</source>
      <translation>Modell liest: kein Gewebe</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Model reads: {}</source>
      <translation>Modell liest: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Move over the film to read it</source>
      <translation>Zeiger auf die Aufnahme führen</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>No colour: {}</source>
      <translation>Keine Farbe: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>No studies open. Open a folder, or drop one here.</source>
      <translation>Keine Studien offen. Ordner öffnen oder hierher ziehen.</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>No tissue here</source>
      <translation>Hier kein Gewebe</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Reading {}</source>
      <translation>{} wird gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Reading {} of {}</source>
      <translation>Lese {} von {}</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Redo: {}.</source>
      <translation>Wiederholt: {}.</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Research and teaching, not for primary diagnosis</source>
      <translation>Forschung und Lehre, nicht zur Primärdiagnostik</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>Undo: {}.</source>
      <translation>Rückgängig: {}.</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>luminance {}</source>
      <translation>Leuchtdichte {}</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>no value here</source>
      <translation>hier kein Wert</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>stored value {}</source>
      <translation>Speicherwert {}</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>Farther right is less like the films the model learnt from. Beyond the limit stays grey.</source>
      <translation>Weiter rechts gleicht die Aufnahme weniger dem, woran das Modell gelernt hat. Jenseits der Grenze bleibt sie grau.</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>How unlike the training</source>
      <translation>Wie anders als das Training</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>Read it in grey: window, zoom and pan work as always.</source>
      <translation>In Grau befunden: Fenster, Zoom und Verschieben gehen wie immer.</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>What you can do</source>
      <translation>Was möglich ist</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>Why there is no colour</source>
      <translation>Warum keine Farbe</translation>
    </message>
    <message>
      <location filename="gui/panels/stays_grey.py" />
      <source>{score:.1f}, limit {limit:.1f}</source>
      <translation>{score:.1f}, Grenze {limit:.1f}</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>1 file is not shown.</source>
      <translation>1 Datei wird nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>Close film</source>
      <translation>Aufnahme schließen</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>Make studies a strip (F8)</source>
      <translation>Studien als Streifen (F8)</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>Studies</source>
      <translation>Studien</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>Widen studies (F8)</source>
      <translation>Studien verbreitern (F8)</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>{} files are not shown.</source>
      <translation>{} Dateien werden nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/studies.py" />
      <source>{} films</source>
      <translation>{} Aufnahmen</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Clear list</source>
      <translation>Liste leeren</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Colour adds hue only. Every pixel keeps its lightness. Hold G to see grey.</source>
      <translation>Farbe gibt nur den Ton dazu. Jedes Pixel behält seine Helligkeit. G halten zeigt Grau.</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Colour is a model’s opinion</source>
      <translation>Farbe ist die Meinung eines Modells</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Colour: a model’s opinion</source>
      <translation>Farbe: Meinung eines Modells</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>DICOM files and folders. PNG, TIFF and JPEG work too.</source>
      <translation>DICOM-Dateien und -Ordner. PNG, TIFF und JPEG gehen auch.</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Each colour names a tissue, never a disease</source>
      <translation>Jede Farbe nennt ein Gewebe, nie eine Krankheit</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Folder names only, kept on this computer. The File menu can turn it off.</source>
      <translation>Nur Ordnernamen, nur auf diesem Rechner. Im Menü Datei abschaltbar.</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Grey: the film itself</source>
      <translation>Grau: die Aufnahme selbst</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>It can be wrong. The film on the left is what was recorded.</source>
      <translation>Sie kann falsch sein. Links steht, was aufgenommen wurde.</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Open a folder…</source>
      <translation>Ordner öffnen…</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Open a radiograph</source>
      <translation>Röntgenaufnahme öffnen</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Open files…</source>
      <translation>Dateien öffnen…</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>The grey is never changed</source>
      <translation>Das Grau bleibt unverändert</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>The legend tells which tissues the model sees under the pointer.</source>
      <translation>Die Legende nennt die Gewebe, die das Modell unter dem Zeiger sieht.</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>Try the sample radiograph</source>
      <translation>Beispielaufnahme ansehen</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>What you will see</source>
      <translation>Was zu sehen sein wird</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>no file needed</source>
      <translation>ohne Datei</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>or drop files or a folder here</source>
      <translation>oder Dateien oder Ordner hierher ziehen</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <location filename="gui/panels/welcome.py" />
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <location filename="gui/readout.py" />
      <source>No tissue</source>
      <translation>Kein Gewebe</translation>
    </message>
    <message>
      <location filename="gui/recent_menu.py" />
      <source>Open &amp;recent</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="gui/remembered_layout.py" />
      <source>Reset &amp;layout</source>
      <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
      <location filename="gui/session.py" />
      <source>No model is installed.</source>
      <translation>Kein Modell ist installiert.</translation>
    </message>
    <message>
      <location filename="gui/session.py" />
      <source>The grey film is complete.</source>
      <translation>Die graue Aufnahme ist vollständig.</translation>
    </message>
    <message>
      <location filename="gui/session.py" />
      <source>colour at own risk</source>
      <translation>Farbe auf eigenes Risiko</translation>
    </message>
    <message>
      <location filename="gui/session.py" />
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>inversion</source>
      <translation>Invertierung</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>reset window</source>
      <translation>Fenster zurücksetzen</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>rotation</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="gui/toolbar.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="gui/toolbar.py" />
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>&amp;Link place, zoom and window</source>
      <translation>Lage, Zoom und Fenster &amp;koppeln</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>E&amp;xchange the films</source>
      <translation>Aufnahmen &amp;tauschen</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>Show another film &amp;beside</source>
      <translation>Weitere Aufnahme &amp;daneben</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>only one film is shown</source>
      <translation>nur eine Aufnahme wird gezeigt</translation>
    </message>
    <message>
      <location filename="gui/views/corners.py" />
      <source>{window}, inverted</source>
      <translation>{window}, invertiert</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>Film {number} of {count}</source>
      <translation>Aufnahme {number} von {count}</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>at detector</source>
      <translation>am Detektor</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>magnification-corrected</source>
      <translation>vergrößerungskorrigiert</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>{} d</source>
      <translation>{} Tg.</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>{} m</source>
      <translation>{} Mon.</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>{} w</source>
      <translation>{} Wo.</translation>
    </message>
    <message>
      <location filename="gui/views/film_texts.py" />
      <source>{} y</source>
      <translation>{} J.</translation>
    </message>
    <message>
      <location filename="gui/views/grey_note.py" />
      <source>Back to grey</source>
      <translation>Zurück zu Grau</translation>
    </message>
    <message>
      <location filename="gui/views/grey_note.py" />
      <source>Choose another model</source>
      <translation>Anderes Modell wählen</translation>
    </message>
    <message>
      <location filename="gui/views/grey_note.py" />
      <source>Colour anyway, at my own risk</source>
      <translation>Trotzdem einfärben, auf eigenes Risiko</translation>
    </message>
    <message>
      <location filename="gui/views/grey_note.py" />
      <source>This film stays grey</source>
      <translation>Diese Aufnahme bleibt grau</translation>
    </message>
    <message>
      <location filename="gui/views/pane_header.py" />
      <source>Strength</source>
      <translation>Stärke</translation>
    </message>
    <message>
      <location filename="gui/views/pane_header.py" />
      <source>Strength of the colour</source>
      <translation>Stärke der Farbe</translation>
    </message>
    <message>
      <location filename="gui/views/pane_header.py" />
      <source>Strength of the colour, as a number</source>
      <translation>Stärke der Farbe als Zahl</translation>
    </message>
    <message>
      <location filename="gui/views/pane_header.py" />
      <source>Strength of the colour. Shift + wheel over a picture, or [ and ]</source>
      <translation>Stärke der Farbe. Umschalt + Rad über einem Bild, oder [ und ]</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Grey and colour</source>
      <translation>Grau und Farbe</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Grey and colour by turns</source>
      <translation>Grau und Farbe im Wechsel</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Grey below {limit}</source>
      <translation>Grau unter {limit}</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Shift + wheel</source>
      <translation>Umschalt + Rad</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Show colour</source>
      <translation>Farbe zeigen</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Show grey</source>
      <translation>Grau zeigen</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>Strength {value}</source>
      <translation>Stärke {value}</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>the film itself</source>
      <translation>die Aufnahme selbst</translation>
    </message>
    <message>
      <location filename="gui/views/pane_pair.py" />
      <source>{pane}, second film</source>
      <translation>{pane}, zweite Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/views/picture.py" />
      <source>Colour picture</source>
      <translation>Farbiges Bild</translation>
    </message>
    <message>
      <location filename="gui/views/picture.py" />
      <source>Grey picture</source>
      <translation>Graues Bild</translation>
    </message>
    <message>
      <location filename="gui/views/picture.py" />
      <source>Reading {name}</source>
      <translation>{name} wird gelesen</translation>
    </message>
    <message>
      <location filename="gui/views/picture.py" />
      <source>is held</source>
      <translation>gehalten</translation>
    </message>
    <message>
      <location filename="gui/views/picture.py" />
      <source>while</source>
      <translation>solange</translation>
    </message>
    <message>
      <location filename="gui/views/work_note.py" />
      <source>Colour again</source>
      <translation>Erneut einfärben</translation>
    </message>
    <message>
      <location filename="gui/views/work_note.py" />
      <source>Colouring</source>
      <translation>Wird eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/views/work_note.py" />
      <source>Colouring, {percent}</source>
      <translation>Wird eingefärbt, {percent}</translation>
    </message>
    <message>
      <location filename="gui/views/work_note.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="gui/views/work_note.py" />
      <source>Grey only</source>
      <translation>Nur Grau</translation>
    </message>
    <message>
      <location filename="gui/ways_out.py" />
      <source>As at first</source>
      <translation>Wie zu Beginn</translation>
    </message>
    <message>
      <location filename="gui/window.py" />
      <source>Research and teaching, not for primary diagnosis. Apache License 2.0.</source>
      <translation>Forschung und Lehre, nicht zur Primärdiagnostik. Apache-Lizenz 2.0.</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>Cannot be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>Coloured</source>
      <translation>Eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>Not opened yet</source>
      <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>Stays grey</source>
      <translation>Bleibt grau</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>both sides</source>
      <translation>beide Seiten</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>fairly sure</source>
      <translation>ziemlich sicher</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>left</source>
      <translation>links</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>right</source>
      <translation>rechts</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>small</source>
      <translation>keep</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>sure</source>
      <translation>sicher</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Anatomical</source>
      <translation>Anatomisch</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Bone</source>
      <translation>Knochen</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Colours close to an anatomical atlas: blue lung, red heart, ivory bone, tan soft tissue, yellow fat, green metal. Tissues of interest speak louder than their share of the shadow.</source>
      <translation>Farben nahe am anatomischen Atlas: Lunge blau, Herz rot, Knochen elfenbein, Weichteile hellbraun, Fett gelb, Metall grün. Wichtige Gewebe sprechen lauter, als es ihrem Anteil am Schatten entspricht.</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Fat</source>
      <translation>Fett</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Gas</source>
      <translation>Gas</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Heart, vessels</source>
      <translation>Herz, Gefäße</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Lung</source>
      <translation>Lunge</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Metal</source>
      <translation>Metall</translation>
    </message>
    <message>
      <location filename="palettes/anatomical.json" />
      <source>Soft tissue</source>
      <translation>Weichteile</translation>
    </message>
    <message>
      <location filename="palettes/high-separation.json" />
      <source>All seven tissues as far apart as colours of this strength go, for normal vision first and still told apart with a colour-vision deficiency. Weighted like Anatomical.</source>
      <translation>Alle sieben Gewebe so weit auseinander, wie Farben dieser Stärke reichen: zuerst für normales Farbsehen, unterscheidbar auch bei Farbsehschwäche. Gewichtet wie Anatomisch.</translation>
    </message>
    <message>
      <location filename="palettes/high-separation.json" />
      <source>High separation</source>
      <translation>Stark getrennt</translation>
    </message>
    <message>
      <location filename="palettes/physical.json" />
      <source>Physical</source>
      <translation>Physikalisch</translation>
    </message>
    <message>
      <location filename="palettes/physical.json" />
      <source>The colours of Anatomical, mixed strictly by each tissue's share of the shadow.</source>
      <translation>Die Farben von Anatomisch, streng nach dem Anteil jedes Gewebes am Schatten gemischt.</translation>
    </message>
    <message>
      <location filename="palettes/safe.json" />
      <source>Colours that stay apart for readers with colour-vision deficiency: blue lung, yellow bone, rose heart, green metal, and calm steps between. Weighted like Anatomical.</source>
      <translation>Farben, die auch bei Farbsehschwäche unterscheidbar bleiben: Lunge blau, Knochen gelb, Herz rosa, Metall grün, dazwischen ruhige Stufen. Gewichtet wie Anatomisch.</translation>
    </message>
    <message>
      <location filename="palettes/safe.json" />
      <source>Safe</source>
      <translation>Sicher</translation>
    </message>
  </context>
</TS>
