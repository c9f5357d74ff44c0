<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>XrayColor</name>
    <message>
      <location filename="core/certificate.py" />
      <source>About 1 man in 12 sees fewer colours: the palette Safe or more strength helps.</source>
      <translation>Etwa 1 Mann von 12 sieht weniger Farben: die Palette Sicher oder mehr Stärke hilft.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Colour changed the lightness: {}. Read the grey picture.</source>
      <translation>Die Farbe hat die Helligkeit verändert: {}. Das graue Bild befunden.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Colour edges lie on edges of the film or of a tissue</source>
      <translation>Farbkanten liegen auf Kanten der Aufnahme oder eines Gewebes</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Coloured at the reader’s own risk.</source>
      <translation>Auf eigenes Risiko eingefärbt.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Do not take them for outlines.</source>
      <translation>Nicht für Konturen halten.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>No colour is drawn: this is the grey picture.</source>
      <translation>Es wird keine Farbe gezeigt: dies ist das graue Bild.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>No network was used.</source>
      <translation>Kein Netz verwendet.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>No network was used: the tissues are those of the Hounsfield units.</source>
      <translation>Kein Netz verwendet: die Gewebe sind die der Hounsfield-Einheiten.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Nothing got lighter or darker: {}. The eye begins to see about 1.</source>
      <translation>Nichts wurde heller oder dunkler: {}. Das Auge sieht etwa ab 1 etwas.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Of the colour’s edges {} lie where neither film nor tissue has one (limit {}).</source>
      <translation>{0} der Farbkanten liegen, wo weder Aufnahme noch Gewebe eine haben (Grenze {1}).</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>The film is like those the model learnt from</source>
      <translation>Die Aufnahme gleicht denen, an denen das Modell gelernt hat</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>The model is known by the fingerprint of its weights</source>
      <translation>Das Modell ist am Fingerabdruck seiner Gewichte erkannt</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>This model does not say how unlike its training a film is.</source>
      <translation>Dieses Modell sagt nicht, wie anders als sein Training eine Aufnahme ist.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Too few tissues are coloured to compare.</source>
      <translation>Zu wenige Gewebe sind farbig, um zu vergleichen.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>Unlikeness {}; films above {} stay grey.</source>
      <translation>Andersartigkeit {0}; Aufnahmen über {1} bleiben grau.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>of 100</source>
      <translation>von 100</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>{} on average (limit {}), {} at most</source>
      <translation>im Mittel {} (Grenze {}), höchstens {}</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>{}, of unknown weights.</source>
      <translation>{}, mit unbekannten Gewichten.</translation>
    </message>
    <message>
      <location filename="core/certificate.py" />
      <source>{}, weights SHA-256 {}.</source>
      <translation>{}, Gewichte mit SHA-256 {}.</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>bone</source>
      <translation>Knochen</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>fat</source>
      <translation>Fett</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>gas</source>
      <translation>Gas</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>heart</source>
      <translation>Herz</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>lung</source>
      <translation>Lunge</translation>
    </message>
    <message>
      <location filename="core/colorization.py" />
      <source>metal</source>
      <translation>Metall</translation>
    </message>
    <message>
      <location filename="core/colour_vision.py" />
      <source>blue-blind</source>
      <translation>blaublinde</translation>
    </message>
    <message>
      <location filename="core/colour_vision.py" />
      <source>green-blind</source>
      <translation>grünblinde</translation>
    </message>
    <message>
      <location filename="core/colour_vision.py" />
      <source>red-blind</source>
      <translation>rotblinde</translation>
    </message>
    <message>
      <location filename="core/colouring.py" />
      <source>Read it in grey, try another model, or colour it anyway at your own risk.</source>
      <translation>In Grau befunden, ein anderes Modell versuchen oder auf eigenes Risiko trotzdem einfärben.</translation>
    </message>
    <message>
      <location filename="core/colouring.py" />
      <source>{}{}. It stays grey.</source>
      <translation>{}{}. Sie bleibt grau.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>A pixel is {aspect} times as high as wide.</source>
      <translation>Ein Pixel ist {aspect}-mal so hoch wie breit.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>A {format} file.</source>
      <translation>Eine {format}-Datei.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Bitmap: what its plane marks is covered.</source>
      <translation>Bitmap: was ihre Ebene markiert, ist abgedeckt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Chosen by the reader.</source>
      <translation>Vom Befunder gewählt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Circle: {radius} pixels round row {row}, column {column} are shown.</source>
      <translation>Kreis: gezeigt werden {radius} Pixel um Zeile {row}, Spalte {column}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Frame {frame} of {frames} is shown.</source>
      <translation>Bild {frame} von {frames} wird gezeigt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Grey from 0 black to 1 white is an sRGB value: 255 × grey, rounded, on an 8-bit screen.</source>
      <translation>Grau von 0 (schwarz) bis 1 (weiß) ist ein sRGB-Wert: 255 × Grau, gerundet, auf einem 8-Bit-Schirm.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>It is stored in colour; the values are its luminance.</source>
      <translation>Farbig gespeichert; die Werte sind die Leuchtdichte.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>It lies in unused bits of the pixels.</source>
      <translation>Es liegt in unbenutzten Bits der Pixel.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>It lies partly outside the film.</source>
      <translation>Es liegt teils außerhalb der Aufnahme.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>It was compressed with loss at least once.</source>
      <translation>Sie wurde mindestens einmal verlustbehaftet komprimiert.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Its table has {entries} entries of {bits} bits, the first for value {first}.</source>
      <translation>Ihre Tabelle hat {entries} Einträge zu {bits} Bit, den ersten für Wert {first}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Low values are dark.</source>
      <translation>Niedrige Werte sind dunkel.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Low values are white.</source>
      <translation>Niedrige Werte sind weiß.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Modality LUT of {entries} entries, the first for stored value {first}.</source>
      <translation>Modality-LUT mit {entries} Einträgen, der erste für Speicherwert {first}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>No overlays.</source>
      <translation>Keine Overlays.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>No shutter.</source>
      <translation>Keine Blende.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Overlay {group}, {pixels} pixels marked, label {label}.</source>
      <translation>Overlay {group}, {pixels} Pixel markiert, Bezeichnung {label}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Overlays are switched off.</source>
      <translation>Overlays sind ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Padding, values {first} to {last}, {share} % of the pixels: black, and left out of automatic windows.</source>
      <translation>Füllwerte {first} bis {last}, {share} % der Pixel: schwarz, und bei automatischen Fenstern außen vor.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Pixels of {row} mm × {column} mm, {meaning}.</source>
      <translation>Pixel von {row} mm × {column} mm, {meaning}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Polygon: the inside of {corners} corners is shown.</source>
      <translation>Vieleck: gezeigt wird das Innere von {corners} Ecken.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Rectangle: rows {upper} to {lower}, columns {left} to {right} are shown.</source>
      <translation>Rechteck: gezeigt werden Zeilen {upper} bis {lower}, Spalten {left} bis {right}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Sigmoid: half way at {center}, steepest there.</source>
      <translation>Sigmoid: halber Weg bei {center}, dort am steilsten.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Stored value × {slope} + {intercept}.</source>
      <translation>Speicherwert × {slope} + {intercept}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Stored values are used as they are.</source>
      <translation>Speicherwerte gelten, wie sie sind.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Stored values from {low} to {high}.</source>
      <translation>Speicherwerte von {low} bis {high}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The file offers: {all}.</source>
      <translation>Die Datei bietet: {all}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The file says that text is part of the pixels.</source>
      <translation>Laut Datei ist Text Teil der Pixel.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The file tells no orientation: no letters are shown.</source>
      <translation>Die Datei nennt keine Lage: keine Buchstaben.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The file tells no spacing: lengths are in pixels.</source>
      <translation>Die Datei nennt keinen Pixelabstand: Längen in Pixeln.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The picture has colours of its own and is shown in them; no window of the file applies.</source>
      <translation>Das Bild hat eigene Farben und wird darin gezeigt; kein Fenster der Datei gilt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The presentation state “{state}” is applied.</source>
      <translation>Der Presentation State „{state}“ ist angewandt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>The shutter is switched off.</source>
      <translation>Die Blende ist ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Through a Presentation LUT of {entries} entries.</source>
      <translation>Durch eine Presentation-LUT mit {entries} Einträgen.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Towards {right} at the right edge, towards {bottom} below.</source>
      <translation>Rechts nach {right}, unten nach {bottom}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Turned round by the reader.</source>
      <translation>Vom Befunder umgekehrt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Values from {low} to {high} {units}.</source>
      <translation>Werte von {low} bis {high} {units}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Values from {low} to {high}.</source>
      <translation>Werte von {low} bis {high}.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>Values up to {low} are at one end, from {high} at the other.</source>
      <translation>Werte bis {low} liegen an einem Ende, ab {high} am anderen.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>{black} % of the film are fully black, {white} % fully white.</source>
      <translation>{black} % der Aufnahme sind ganz schwarz, {white} % ganz weiß.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>{columns} × {rows} pixels of {bits} bits.</source>
      <translation>{columns} × {rows} Pixel zu {bits} Bit.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>{share} % of the film are covered with grey {value} of 1.</source>
      <translation>{share} % der Aufnahme sind mit Grau {value} von 1 abgedeckt.</translation>
    </message>
    <message>
      <location filename="core/explanation.py" />
      <source>{voi}.</source>
      <translation>{voi}.</translation>
    </message>
    <message>
      <location filename="core/measurements.py" />
      <source>A known length is above 0 and at most {} mm.</source>
      <translation>Eine bekannte Länge liegt über 0 und höchstens bei {} mm.</translation>
    </message>
    <message>
      <location filename="core/measurements.py" />
      <source>Both ends of this line are one point.</source>
      <translation>Beide Enden dieser Linie sind ein Punkt.</translation>
    </message>
    <message>
      <location filename="core/measurements.py" />
      <source>Draw it again.</source>
      <translation>Erneut zeichnen.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>A CT scout is a shadow like a radiograph, so the model colours it.</source>
      <translation>Ein CT-Topogramm ist ein Schattenbild wie eine Röntgenaufnahme; das Modell färbt es ein.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>CT</source>
      <translation>CT</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>Coloured by the model, which has learnt from radiographs.</source>
      <translation>Vom Modell eingefärbt, das an Röntgenaufnahmen gelernt hat.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>Coloured from the slice’s own Hounsfield units; no network is used.</source>
      <translation>Aus den Hounsfield-Einheiten der Schicht eingefärbt, ohne Netz.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>Open a radiograph, or colour this picture anyway at your own risk.</source>
      <translation>Eine Röntgenaufnahme öffnen oder dieses Bild auf eigenes Risiko trotzdem einfärben.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>Open the original CT slices, or colour this picture anyway at your own risk.</source>
      <translation>Die ursprünglichen CT-Schichten öffnen oder dieses Bild auf eigenes Risiko trotzdem einfärben.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>This is {}. It stays grey.</source>
      <translation>Dies ist {}. Es bleibt grau.</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a CT picture whose values are not Hounsfield units</source>
      <translation>ein CT-Bild, dessen Werte keine Hounsfield-Einheiten sind</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a PET image</source>
      <translation>ein PET-Bild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a bone density measurement</source>
      <translation>eine Knochendichtemessung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a cone-beam CT slice, whose values are not Hounsfield units</source>
      <translation>eine DVT-Schicht, deren Werte keine Hounsfield-Einheiten sind</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a copy of a CT picture, which has lost its Hounsfield units</source>
      <translation>die Kopie eines CT-Bildes ohne Hounsfield-Einheiten</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a dose distribution</source>
      <translation>eine Dosisverteilung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a dose report</source>
      <translation>ein Dosisbericht</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a laser scan</source>
      <translation>ein Laserscan</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a map of atomic numbers</source>
      <translation>eine Karte der Ordnungszahlen</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a map of computed values</source>
      <translation>eine Karte berechneter Werte</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a map of electron density</source>
      <translation>eine Karte der Elektronendichte</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a maximum intensity projection</source>
      <translation>eine Maximum-Intensitäts-Projektion</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a microscopic picture</source>
      <translation>ein mikroskopisches Bild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a minimum intensity projection</source>
      <translation>eine Minimum-Intensitäts-Projektion</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a nuclear medicine image</source>
      <translation>ein nuklearmedizinisches Bild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a perfusion map</source>
      <translation>eine Perfusionskarte</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a photograph of a specimen</source>
      <translation>ein Foto eines Präparats</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a photograph of the eye</source>
      <translation>ein Foto des Auges</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a photograph of the skin</source>
      <translation>ein Foto der Haut</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a picture in colour, such as a photograph or a drawing</source>
      <translation>ein farbiges Bild, etwa ein Foto oder eine Zeichnung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a picture of black and white alone, such as a page or a drawing</source>
      <translation>ein Bild nur aus Schwarz und Weiß, etwa eine Seite oder Zeichnung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a picture taken with the treatment beam, in which tissues look unlike a radiograph’s</source>
      <translation>ein Bild mit dem Behandlungsstrahl, in dem Gewebe anders aussehen als im Röntgenbild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a printed page</source>
      <translation>eine gedruckte Seite</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a projection of many slices</source>
      <translation>eine Projektion vieler Schichten</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a screen copy</source>
      <translation>eine Bildschirmkopie</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a subtraction image</source>
      <translation>ein Subtraktionsbild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a subtraction image: bone and soft tissue were taken out of it</source>
      <translation>ein Subtraktionsbild: Knochen und Weichteile sind herausgerechnet</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a surface rendering</source>
      <translation>eine Oberflächendarstellung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a tomosynthesis slice: it is reconstructed from many shadows</source>
      <translation>eine Tomosyntheseschicht: sie ist aus vielen Schatten berechnet</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>a volume rendering</source>
      <translation>eine Volumendarstellung</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>an MR image</source>
      <translation>ein MR-Bild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>an endoscopic picture</source>
      <translation>ein endoskopisches Bild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>an iodine map</source>
      <translation>eine Jodkarte</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>an optical tomogram</source>
      <translation>ein optisches Tomogramm</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>an ultrasound image</source>
      <translation>ein Ultraschallbild</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>{}, not a radiograph</source>
      <translation>{}, keine Röntgenaufnahme</translation>
    </message>
    <message>
      <location filename="core/modality.py" />
      <source>{}, whose values are not those of the tissue at each place</source>
      <translation>{}, deren Werte nicht die des Gewebes an jeder Stelle sind</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>Correct the file or choose another.</source>
      <translation>Die Datei berichtigen oder eine andere wählen.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>The palette “{}” {}.</source>
      <translation>Die Palette „{}“ {}.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>This palette is not valid JSON{}.</source>
      <translation>Diese Palette ist kein gültiges JSON{}.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>Use 0 or more.</source>
      <translation>0 oder mehr nehmen.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>Use 1 for plain shares.</source>
      <translation>1 für schlichte Anteile nehmen.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>Use a weaker colour.</source>
      <translation>Eine schwächere Farbe nehmen.</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>gives the background a colour</source>
      <translation>gibt dem Hintergrund eine Farbe</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>has a chroma above {} for {}</source>
      <translation>hat eine Buntheit über {} für {}</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>has a negative salience of {}</source>
      <translation>hat ein negatives Gewicht von {}</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>has a power that is not above 0</source>
      <translation>hat eine Potenz, die nicht über 0 liegt</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>has no object for {}</source>
      <translation>hat kein Objekt für {}</translation>
    </message>
    <message>
      <location filename="core/palette.py" />
      <source>has no tissues</source>
      <translation>hat keine Gewebe</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>All tissues stay apart in normal vision</source>
      <translation>Alle Gewebe bleiben bei normalem Farbsehen unterscheidbar</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Closest: {}, {}.</source>
      <translation>Am ähnlichsten: {0}, {1}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Closest: {}.</source>
      <translation>Am ähnlichsten: {0}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Dark and light places keep their colour (L* {} to {})</source>
      <translation>Dunkle und helle Stellen behalten ihre Farbe (L* {} bis {})</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Fewer than two colours.</source>
      <translation>Weniger als zwei Farben.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Five tissues</source>
      <translation>Fünf Gewebe</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Four tissues</source>
      <translation>Vier Gewebe</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Least: {} at L* {}, of its full chroma.</source>
      <translation>Am wenigsten: {} bei L* {}, von der vollen Buntheit.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>No colour for {}.</source>
      <translation>Keine Farbe für {}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>No colour is drawn.</source>
      <translation>Keine Farbe gezeigt.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>No mixture of tissues is violet.</source>
      <translation>Keine Mischung von Geweben ist violett.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>No tissue looks like the violet of marks and selections</source>
      <translation>Kein Gewebe gleicht dem Violett von Marken und Auswahl</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>No tissue of this program: {}.</source>
      <translation>Kein Gewebe dieses Programms: {}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>None stays grey.</source>
      <translation>Keines bleibt grau.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Strongest violet: {}.</source>
      <translation>Stärkstes Violett: {}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>The three main tissues</source>
      <translation>Die drei wichtigsten Gewebe</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Too close: {}, {}.</source>
      <translation>Zu ähnlich: {0}, {1}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>Too close: {}.</source>
      <translation>Zu ähnlich: {0}.</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>for normal vision</source>
      <translation>bei normalem Farbsehen</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>for {} readers</source>
      <translation>für {} Augen</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>without</source>
      <translation>ohne</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>{} and {}</source>
      <translation>{} und {}</translation>
    </message>
    <message>
      <location filename="core/palette_audit.py" />
      <source>{} stay apart for every colour vision</source>
      <translation>{} bleiben für jedes Farbsehen unterscheidbar</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>1 to 99 % range</source>
      <translation>Bereich von 1 bis 99 %</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>Shown with the 1 to 99 % range instead.</source>
      <translation>Gezeigt mit dem Bereich von 1 bis 99 %.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>Shown with the 1 to 99 % range.</source>
      <translation>Gezeigt mit dem Bereich von 1 bis 99 %.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>Shown with {} instead.</source>
      <translation>Gezeigt mit {}.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The VOI LUT claims {} bits and uses {}. It is scaled by what it uses.</source>
      <translation>Die VOI-LUT gibt {} Bit an und nutzt {}. Skaliert wird nach dem Genutzten.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The file states no window.</source>
      <translation>Die Datei nennt kein Fenster.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The rescale slope or intercept in this file is unusable. Stored values are shown.</source>
      <translation>Rescale Slope oder Intercept in dieser Datei sind unbrauchbar. Gezeigt werden Speicherwerte.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The window asked for {}.</source>
      <translation>Das verlangte Fenster {}.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The window is less than 1 wide. Shown as an exact linear window.</source>
      <translation>Das Fenster ist weniger als 1 breit. Gezeigt als genaues lineares Fenster.</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>The {}</source>
      <translation>Das {}</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>VOI LUT {} of {}</source>
      <translation>VOI-LUT {} von {}</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>full range</source>
      <translation>ganzer Wertebereich</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>has no centre</source>
      <translation>hat keine Mitte</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>has no width</source>
      <translation>hat keine Breite</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>holds one single value</source>
      <translation>enthält einen einzigen Wert</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>is empty</source>
      <translation>ist leer</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>is {} wide</source>
      <translation>ist {} breit</translation>
    </message>
    <message>
      <location filename="core/presentation.py" />
      <source>{} in this file {}.</source>
      <translation>{} in dieser Datei {}.</translation>
    </message>
    <message>
      <location filename="core/presentation_state.py" />
      <source>all values</source>
      <translation>alle Werte</translation>
    </message>
    <message>
      <location filename="core/radiograph.py" />
      <source>Frame {} of {} is shown.</source>
      <translation>Bild {} von {} wird gezeigt.</translation>
    </message>
    <message>
      <location filename="core/region_statistics.py" />
      <source>drawn area</source>
      <translation>gezeichnete Fläche</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Abdomen</source>
      <translation>Abdomen</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Bones and joints</source>
      <translation>Knochen und Gelenke</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Brain</source>
      <translation>Gehirn</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Breast</source>
      <translation>Brust</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>CT bone</source>
      <translation>CT-Knochen</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Dense tissue</source>
      <translation>Dichtes Gewebe</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Fat and skin line</source>
      <translation>Fett und Hautlinie</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Fine bone structure</source>
      <translation>Feine Knochenstruktur</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Lungs</source>
      <translation>Lungen</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Mediastinum</source>
      <translation>Mediastinum</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Mediastinum and spine</source>
      <translation>Mediastinum und Wirbelsäule</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Organs</source>
      <translation>Organe</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Ribs</source>
      <translation>Rippen</translation>
    </message>
    <message>
      <location filename="core/window_presets.py" />
      <source>Stones and contrast</source>
      <translation>Steine und Kontrastmittel</translation>
    </message>
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
      <source>&amp;Save measurements</source>
      <translation>Messungen &amp;sichern</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>All measurements are saved</source>
      <translation>Alle Messungen sind gesichert</translation>
    </message>
    <message>
      <location filename="gui/actions/file.py" />
      <source>Not all measurements are saved</source>
      <translation>Nicht alle Messungen sind gesichert</translation>
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
      <location filename="gui/actions/file.py" />
      <source>They are saved while you draw.</source>
      <translation>Gesichert wird schon beim Zeichnen.</translation>
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
      <source>Fin&amp;d in studies</source>
      <translation>In Stu&amp;dien suchen</translation>
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
      <source>Window &amp;{}</source>
      <translation>Fenster &amp;{}</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>Window {number}: {words}</source>
      <translation>Fenster {number}: {words}</translation>
    </message>
    <message>
      <location filename="gui/actions/grey.py" />
      <source>Window {}</source>
      <translation>Fenster {}</translation>
    </message>
    <message>
      <location filename="gui/actions/help.py" />
      <source>&amp;About XrayColor</source>
      <translation>Ü&amp;ber XrayColor</translation>
    </message>
    <message>
      <location filename="gui/actions/help.py" />
      <source>&amp;Change keys and mouse…</source>
      <translation>Tasten und Maus ä&amp;ndern…</translation>
    </message>
    <message>
      <location filename="gui/actions/help.py" />
      <source>&amp;Find a command…</source>
      <translation>Be&amp;fehl suchen…</translation>
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
      <location filename="gui/actions/menus.py" />
      <source>Com&amp;pare</source>
      <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>Fee&amp;dback</source>
      <translation>&amp;Rückmeldung</translation>
    </message>
    <message>
      <location filename="gui/actions/menus.py" />
      <source>Fi&amp;lm</source>
      <translation>Auf&amp;nahme</translation>
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
      <source>The &amp;system’s language</source>
      <translation>Die Sprache des &amp;Systems</translation>
    </message>
    <message>
      <location filename="gui/appearance.py" />
      <source>The language changes at the next start.</source>
      <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
      <location filename="gui/audit_places.py" />
      <source>1 place</source>
      <translation>1 Stelle</translation>
    </message>
    <message>
      <location filename="gui/audit_places.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="gui/audit_places.py" />
      <source>Lightness differs most here</source>
      <translation>Hier weicht die Helligkeit am meisten ab</translation>
    </message>
    <message>
      <location filename="gui/audit_places.py" />
      <source>edge in the colour alone</source>
      <translation>Kante nur in der Farbe</translation>
    </message>
    <message>
      <location filename="gui/audit_places.py" />
      <source>{} places</source>
      <translation>{} Stellen</translation>
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>Commands found</source>
      <translation>Gefundene Befehle</translation>
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>Find a command</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>No command fits. Try fewer letters.</source>
      <translation>Kein Befehl passt. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
      <location filename="gui/command_search.py" />
      <source>What do you want to do?</source>
      <translation>Was soll geschehen?</translation>
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
      <location filename="gui/detached_pane.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="gui/detached_pane.py" />
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <location filename="gui/detached_pane.py" />
      <source>Pane in a window of its &amp;own</source>
      <translation>Bild in &amp;eigenem Fenster</translation>
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
      <source>Draw regions and measurements over it ({})</source>
      <translation>Regionen und Messungen darüber zeichnen ({})</translation>
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
      <location filename="gui/dialogs/key_editor.py" />
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Actions and their keys</source>
      <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>All as they came</source>
      <translation>Alle wie zu Beginn</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>As it came</source>
      <translation>Wie zu Beginn</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Find an action or a key</source>
      <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Mouse</source>
      <translation>Maus</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Press a key to add it</source>
      <translation>Taste drücken, um sie hinzuzufügen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>Take it from there</source>
      <translation>Von dort nehmen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>{key} belongs to “{action}”.</source>
      <translation>{key} gehört zu „{action}“.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>{} (changed)</source>
      <translation>{} (geändert)</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_editor.py" />
      <source>{} has its meaning everywhere. Choose another key.</source>
      <translation>{} hat überall ihre Bedeutung. Eine andere Taste wählen.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Alt + wheel</source>
      <translation>Alt + Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Backspace</source>
      <translation>Rücktaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Ctrl + wheel</source>
      <translation>Strg + Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Double click</source>
      <translation>Doppelklick</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Films</source>
      <translation>Aufnahmen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Left drag</source>
      <translation>Links ziehen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Middle drag</source>
      <translation>Mitte ziehen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Place</source>
      <translation>Lage</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Right click</source>
      <translation>Rechtsklick</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Right drag</source>
      <translation>Rechts ziehen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Shift + wheel</source>
      <translation>Umschalt + Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Shift + ↑ ↓</source>
      <translation>Umschalt + ↑ ↓</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Space</source>
      <translation>Leertaste</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Wheel</source>
      <translation>Rad</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>drawing by keys: set a point</source>
      <translation>beim Zeichnen mit Tasten: Punkt setzen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>film before, after</source>
      <translation>vorige, nächste Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>in the legend: hide, show</source>
      <translation>in der Legende: ausblenden, zeigen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>in the legend: only this tissue</source>
      <translation>in der Legende: nur dieses Gewebe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>move what is chosen</source>
      <translation>Gewähltes verschieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>next measurement</source>
      <translation>nächste Messung</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>on a picture: move divider or lens, change over</source>
      <translation>auf einem Bild: Teiler oder Lupe bewegen, umschalten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>one pane, all panes</source>
      <translation>ein Bild, alle Bilder</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>pan</source>
      <translation>verschieben</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>remove the measurement</source>
      <translation>Messung löschen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>size of the lens</source>
      <translation>Größe der Lupe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>strength</source>
      <translation>Stärke</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>take the last point back</source>
      <translation>letzten Punkt zurücknehmen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>the tool chosen</source>
      <translation>das gewählte Werkzeug</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>window: right wider, up brighter</source>
      <translation>Fenster: rechts weiter, oben heller</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>windows of the film</source>
      <translation>Fenster der Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>zoom</source>
      <translation>zoomen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/key_topics.py" />
      <source>zoom at the cursor</source>
      <translation>am Zeiger zoomen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Back to the sheet</source>
      <translation>Zurück zur Übersicht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Change keys…</source>
      <translation>Tasten ändern…</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>In the part that has the focus</source>
      <translation>In dem Teil mit dem Fokus</translation>
    </message>
    <message>
      <location filename="gui/dialogs/keys.py" />
      <source>Keys and what they do</source>
      <translation>Tasten und was sie tun</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>In use: a VOI LUT, which belongs to its own file</source>
      <translation>Benutzt: eine VOI-LUT, die zu ihrer Datei gehört</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>In use: {window}</source>
      <translation>Benutzt: {window}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Keep the window in use</source>
      <translation>Benutztes Fenster behalten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Name of the window in use</source>
      <translation>Name des benutzten Fensters</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Name, such as Implants</source>
      <translation>Name, etwa Implantate</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Own windows</source>
      <translation>Eigene Fenster</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>They hold for films with the same units, such as those of one machine.</source>
      <translation>Sie gelten für Aufnahmen mit denselben Einheiten, etwa die eines Geräts.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>Use</source>
      <translation>Benutzen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>delete window</source>
      <translation>Fenster löschen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/own_windows.py" />
      <source>own window</source>
      <translation>eigenes Fenster</translation>
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
      <translation>Titel</translation>
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
      <location filename="gui/dialogs/print_film.py" />
      <source>A4</source>
      <translation>A4</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Drawing</source>
      <translation>Wird gezeichnet</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Fit to the page</source>
      <translation>Auf die Seite einpassen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Letter</source>
      <translation>Letter</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Measurements</source>
      <translation>Messungen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Paper</source>
      <translation>Papier</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Print</source>
      <translation>Drucken</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Print…</source>
      <translation>Drucken…</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Radiograph</source>
      <translation>Röntgenbild</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Save as PDF</source>
      <translation>Als PDF speichern</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Save as PDF…</source>
      <translation>Als PDF speichern…</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Saved as PDF</source>
      <translation>Als PDF gespeichert</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>The film beside it, on a page of its own</source>
      <translation>Die Aufnahme daneben, auf eigener Seite</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>The film is larger than the paper: its middle is printed.</source>
      <translation>Die Aufnahme ist größer als das Papier: gedruckt wird ihre Mitte.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>True size</source>
      <translation>Wahre Größe</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>Whose film it is</source>
      <translation>Wessen Aufnahme es ist</translation>
    </message>
    <message>
      <location filename="gui/dialogs/print_film.py" />
      <source>film</source>
      <translation>aufnahme</translation>
    </message>
    <message>
      <location filename="gui/dialogs/reports.py" />
      <source>Copy as text</source>
      <translation>Als Text kopieren</translation>
    </message>
    <message>
      <location filename="gui/dialogs/reports.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="gui/dialogs/reports.py" />
      <source>Report {}</source>
      <translation>Bericht {}</translation>
    </message>
    <message>
      <location filename="gui/dialogs/reports.py" />
      <source>Reports of the study</source>
      <translation>Berichte der Untersuchung</translation>
    </message>
    <message>
      <location filename="gui/dialogs/reports.py" />
      <source>What the report says</source>
      <translation>Was der Bericht sagt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>As the screen says</source>
      <translation>Wie der Bildschirm sagt</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Bank card, 85.6 mm wide</source>
      <translation>Bankkarte, 85,6 mm breit</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Hold a real ruler or card against the screen and pull the right end until both are equally long. Arrow keys move it by one pixel, with Shift by ten.</source>
      <translation>Ein echtes Lineal oder eine Karte an den Bildschirm halten und am rechten Ende ziehen, bis beide gleich lang sind. Pfeiltasten bewegen es um ein Pixel, mit Umschalt um zehn.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Length on the screen</source>
      <translation>Länge auf dem Bildschirm</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Measure this screen</source>
      <translation>Diesen Bildschirm vermessen</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>Ruler, 100 mm</source>
      <translation>Lineal, 100 mm</translation>
    </message>
    <message>
      <location filename="gui/dialogs/screen_ruler.py" />
      <source>{} dpi</source>
      <translation>{} dpi</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>In black and in white the inner squares (5 % and 95 %) can be seen, and in every step both corners. Lines of one pixel are sharp and even, the circle is round, the frame complete. Ramps run without bands or tints. Of each QUALITY CONTROL eleven letters or more can be read.</source>
      <translation>In Schwarz und Weiß sind die inneren Quadrate (5 % und 95 %) zu sehen, in jeder Stufe beide Ecken. Linien von einem Pixel sind scharf und gleichmäßig, der Kreis ist rund, der Rahmen vollständig. Verläufe sind ohne Streifen und Farbstich. Von jedem QUALITY CONTROL sind elf Buchstaben oder mehr lesbar.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>One bright grey: no darker edges, no clouds, no tint, no dark pixels.</source>
      <translation>Ein helles Grau: keine dunkleren Ränder, keine Wolken, kein Farbstich, keine dunklen Pixel.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>One dark grey: no brighter corners, no clouds, no tint, no pixels that shine.</source>
      <translation>Ein dunkles Grau: keine helleren Ecken, keine Wolken, kein Farbstich, keine leuchtenden Pixel.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>Page {number} of {count}: arrow keys or click. Esc ends. Drawn as sRGB, without a profile.</source>
      <translation>Seite {number} von {count}: Pfeiltasten oder Klick. Esc beendet. Gezeichnet als sRGB, ohne Profil.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>Page {number} of {count}: arrow keys or click. Esc ends. Drawn through {profile}.</source>
      <translation>Seite {number} von {count}: Pfeiltasten oder Klick. Esc beendet. Gezeichnet durch {profile}.</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>Test pattern</source>
      <translation>Testbild</translation>
    </message>
    <message>
      <location filename="gui/dialogs/test_pattern.py" />
      <source>Within a column all patches look equally bright, and as bright as the grey round them. The first row has no tint. Neighbouring rows can be told apart. If not: the screen is not sRGB; choose its profile in the Help menu, or its sRGB mode.</source>
      <translation>In einer Spalte sind alle Felder gleich hell, und so hell wie das Grau ringsum. Die erste Zeile hat keinen Farbstich. Benachbarte Zeilen sind unterscheidbar. Wenn nicht: der Bildschirm ist nicht sRGB; im Menü Hilfe sein Profil oder am Gerät die Betriebsart sRGB wählen.</translation>
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
      <location filename="gui/drawing_by_keys.py" />
      <source>Draw by &amp;keys</source>
      <translation>Mit &amp;Tasten zeichnen</translation>
    </message>
    <message>
      <location filename="gui/feedback/asking.py" />
      <source>Region {}: choose a verdict, 1 to 6</source>
      <translation>Region {}: Urteil wählen, 1 bis 6</translation>
    </message>
    <message>
      <location filename="gui/feedback/asking.py" />
      <source>Region {}: which tissue is it?</source>
      <translation>Region {}: welches Gewebe ist es?</translation>
    </message>
    <message>
      <location filename="gui/feedback/asking.py" />
      <source>model reads {tissue} {share}</source>
      <translation>Modell liest {tissue} {share}</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>Earlier feedback cannot be read: {}.</source>
      <translation>Frühere Rückmeldungen sind nicht lesbar: {}.</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>Feedback that could not be saved before is in the store now.</source>
      <translation>Rückmeldungen, die nicht gesichert werden konnten, sind jetzt im Speicher.</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>It is in this window alone, so leave it open. Free some space, or choose another place below.</source>
      <translation>Es steht nur in diesem Fenster, also offen lassen. Platz schaffen oder unten einen anderen Ort wählen.</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>Not saved: {}.</source>
      <translation>Nicht gesichert: {}.</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>Steps taken in from recovery files: {}</source>
      <translation>Aus Rettungsdateien übernommene Schritte: {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>What you say is kept in {file} meanwhile, and taken in by itself when the store can be used again. Or choose another place below. The store is {store}</source>
      <translation>Gesagtes wird inzwischen in {file} gehalten und von selbst übernommen, sobald der Speicher wieder benutzbar ist. Oder unten einen anderen Ort wählen. Der Speicher ist {store}</translation>
    </message>
    <message>
      <location filename="gui/feedback/given_films.py" />
      <source>You can choose another place in the Feedback menu. The store is {store}</source>
      <translation>Im Menü Rückmeldung lässt sich ein anderer Ort wählen. Der Speicher ist {store}</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>&amp;Before feedback while held</source>
      <translation>&amp;Vor den Rückmeldungen, solange gehalten</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>&amp;Grow a region from one click</source>
      <translation>Region aus einem Klick &amp;wachsen lassen</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>&amp;Outline a region</source>
      <translation>Region &amp;umranden</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>All feedback saved {}.</source>
      <translation>Alle Rückmeldungen gesichert {}.</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Choose another place</source>
      <translation>Anderen Ort wählen</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Follow &amp;edges when outlining</source>
      <translation>Beim Umranden &amp;Kanten folgen</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Keep feedback at another &amp;place…</source>
      <translation>Rückmeldungen an anderem &amp;Ort halten…</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Keep feedback in this folder</source>
      <translation>Rückmeldungen in diesem Ordner halten</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Mark a poi&amp;nt</source>
      <translation>Pu&amp;nkt markieren</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Outline &amp;freehand</source>
      <translation>&amp;Freihand umranden</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Outline a pol&amp;ygon, corner by corner</source>
      <translation>Viele&amp;ck umranden, Ecke für Ecke</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Outline a r&amp;ectangle</source>
      <translation>R&amp;echteck umranden</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Outline an e&amp;llipse</source>
      <translation>E&amp;llipse umranden</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Outline what the colour shows wrong (O); hold Alt to follow edges</source>
      <translation>Umranden, was die Farbe falsch zeigt (O); Alt folgt Kanten</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Paint with a &amp;brush</source>
      <translation>Mit dem &amp;Pinsel malen</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Region</source>
      <translation>Region</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Saving feedback</source>
      <translation>Rückmeldung wird gesichert</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Say what is &amp;wrong with the region…</source>
      <translation>Sagen, was an der Region &amp;falsch ist…</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>Show what &amp;feedback teaches</source>
      <translation>Zeigen, was &amp;Rückmeldungen lehren</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>What feedback &amp;collects, and why…</source>
      <translation>Was Rückmeldungen &amp;erfassen und warum…</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>no region is chosen</source>
      <translation>keine Region ist gewählt</translation>
    </message>
    <message>
      <location filename="gui/feedback/in_window.py" />
      <source>nothing was said of this film</source>
      <translation>zu dieser Aufnahme wurde nichts gesagt</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>Region {}</source>
      <translation>Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>change of region {}</source>
      <translation>Änderung von Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>comment on the film</source>
      <translation>Bemerkung zur Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>copy of region {}</source>
      <translation>Kopie von Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>deletion of region {}</source>
      <translation>Löschen von Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>draw region {}</source>
      <translation>Region {} zeichnen</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>rating of the film</source>
      <translation>Bewertung der Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>verdict on region {}</source>
      <translation>Urteil zu Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/layer.py" />
      <source>words on region {}</source>
      <translation>Worte zu Region {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>Agree and go on</source>
      <translation>Zustimmen und weiter</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>Not now</source>
      <translation>Nicht jetzt</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>What is collected, and why</source>
      <translation>Was erfasst wird und warum</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>What you say of films is kept on this computer under this name, to correct colours and to train models. Please write no names of patients. You can delete all of it at any time.</source>
      <translation>Was zu Aufnahmen gesagt wird, bleibt auf diesem Rechner unter diesem Namen, um Farben zu berichtigen und Modelle zu trainieren. Bitte keine Patientennamen schreiben. Alles lässt sich jederzeit löschen.</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>Who gives this feedback?</source>
      <translation>Von wem kommt diese Rückmeldung?</translation>
    </message>
    <message>
      <location filename="gui/feedback/reader_question.py" />
      <source>Your name or initials</source>
      <translation>Eigener Name oder Kürzel</translation>
    </message>
    <message>
      <location filename="gui/feedback/verdict_chooser.py" />
      <source>Keep as a draft</source>
      <translation>Als Entwurf behalten</translation>
    </message>
    <message>
      <location filename="gui/feedback/verdict_chooser.py" />
      <source>Not sure</source>
      <translation>Nicht sicher</translation>
    </message>
    <message>
      <location filename="gui/feedback/verdict_chooser.py" />
      <source>What is it?</source>
      <translation>Was ist es?</translation>
    </message>
    <message>
      <location filename="gui/feedback/verdict_chooser.py" />
      <source>What is it? 1 to {}, 0 for not sure</source>
      <translation>Was ist es? 1 bis {}, 0 für nicht sicher</translation>
    </message>
    <message>
      <location filename="gui/feedback/verdict_chooser.py" />
      <source>{words}, key {key}</source>
      <translation>{words}, Taste {key}</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Artefact</source>
      <translation>Artefakt</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Bleeds over an edge</source>
      <translation>Läuft über Kante</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Hides a finding</source>
      <translation>Verdeckt Befund</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Is {tissue}</source>
      <translation>Ist {tissue}</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Say what is wrong…</source>
      <translation>Sagen, was falsch ist…</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Should be grey</source>
      <translation>Sollte grau sein</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>Wrong tissue</source>
      <translation>Falsches Gewebe</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>helpful</source>
      <translation>hilfreich</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>misleading</source>
      <translation>irreführend</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>mixed</source>
      <translation>gemischt</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>model doubts {}</source>
      <translation>Modell zweifelt: {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>models differ in {}</source>
      <translation>Modelle uneins: {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>mostly right</source>
      <translation>meist richtig</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>nearly unlike the training</source>
      <translation>dem Gelernten fast unähnlich</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>often wrong</source>
      <translation>oft falsch</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>readers differ by {}</source>
      <translation>Befunder uneins: {}</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>readers speak against the colours</source>
      <translation>Befunder widersprechen den Farben</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>unlike the training</source>
      <translation>dem Gelernten unähnlich</translation>
    </message>
    <message>
      <location filename="gui/feedback/words.py" />
      <source>{verdict}, is {tissue}</source>
      <translation>{verdict}, ist {tissue}</translation>
    </message>
    <message>
      <location filename="gui/film_menu.py" />
      <source>What to do with the film</source>
      <translation>Was mit der Aufnahme geschehen soll</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Cannot be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Coloured</source>
      <translation>Eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Colouring</source>
      <translation>Wird eingefärbt</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Grey only</source>
      <translation>Nur Grau</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Key image</source>
      <translation>Schlüsselbild</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Key · {}</source>
      <translation>Schlüssel · {}</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Not opened yet</source>
      <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
      <location filename="gui/film_words.py" />
      <source>Stays grey</source>
      <translation>Bleibt grau</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>&amp;Key image</source>
      <translation>Sch&amp;lüsselbild</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>DICOM key object selection</source>
      <translation>DICOM-Schlüsselobjekte (KOS)</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>Export &amp;key images…</source>
      <translation>Schlüssel&amp;bilder exportieren…</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>Export key images</source>
      <translation>Schlüsselbilder exportieren</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>Key images exported</source>
      <translation>Schlüsselbilder exportiert</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>List only key &amp;images</source>
      <translation>Nur Schlüssel&amp;bilder auflisten</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>key image</source>
      <translation>schlüsselbild</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>key images</source>
      <translation>schluesselbilder</translation>
    </message>
    <message>
      <location filename="gui/key_images.py" />
      <source>no film of this study is a key image</source>
      <translation>keine Aufnahme dieser Untersuchung ist ein Schlüsselbild</translation>
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
      <location filename="gui/magnifying.py" />
      <source>Magnify &amp;four times while held</source>
      <translation>&amp;Vierfach vergrößern, solange gehalten</translation>
    </message>
    <message>
      <location filename="gui/magnifying.py" />
      <source>Magnify &amp;twice while held</source>
      <translation>&amp;Zweifach vergrößern, solange gehalten</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>DICOM structured report</source>
      <translation>DICOM-Strukturbericht</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>Export &amp;measurements…</source>
      <translation>&amp;Messungen exportieren…</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>Export measurements</source>
      <translation>Messungen exportieren</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>Measurements exported</source>
      <translation>Messungen exportiert</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>Table for spreadsheets</source>
      <translation>Tabelle für Tabellenkalkulation</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>measurements</source>
      <translation>messungen</translation>
    </message>
    <message>
      <location filename="gui/measuring/export.py" />
      <source>nothing is measured</source>
      <translation>nichts ist gemessen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>&amp;Cobb angle</source>
      <translation>&amp;Cobb-Winkel</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>&amp;Copy measured values</source>
      <translation>Messwerte &amp;kopieren</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>&amp;Delete what is chosen</source>
      <translation>Gewähltes &amp;löschen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>&amp;Heart to chest</source>
      <translation>&amp;Herz-Thorax-Quotient</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>&amp;Measure a distance</source>
      <translation>Abstand &amp;messen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>All of this area has one value</source>
      <translation>Diese Fläche hat überall denselben Wert</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Calibrate by a &amp;known length</source>
      <translation>Mit &amp;bekannter Länge kalibrieren</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Choose one with something in it.</source>
      <translation>Eine wählen, in der etwas zu sehen ist.</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Draw it &amp;once more</source>
      <translation>&amp;Noch einmal zeichnen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Hide &amp;measurements</source>
      <translation>&amp;Messungen ausblenden</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Measure an &amp;angle</source>
      <translation>&amp;Winkel messen</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Measure on the film (M, A)</source>
      <translation>Auf der Aufnahme messen (M, A)</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Move what is chosen &amp;down by {} px</source>
      <translation>Gewähltes um {} px nach &amp;unten</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Move what is chosen &amp;left by {} px</source>
      <translation>Gewähltes um {} px nach &amp;links</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Move what is chosen &amp;right by {} px</source>
      <translation>Gewähltes um {} px nach &amp;rechts</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Move what is chosen &amp;up by {} px</source>
      <translation>Gewähltes um {} px nach &amp;oben</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Values in a &amp;rectangle</source>
      <translation>Werte im &amp;Rechteck</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Values in an &amp;ellipse</source>
      <translation>Werte in der &amp;Ellipse</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>Window from the chosen &amp;area</source>
      <translation>Fenster aus der gewählten &amp;Fläche</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>no rectangle or ellipse of values is chosen</source>
      <translation>kein Rechteck und keine Ellipse mit Werten ist gewählt</translation>
    </message>
    <message>
      <location filename="gui/measuring/in_window.py" />
      <source>nothing drawn is chosen</source>
      <translation>nichts Gezeichnetes ist gewählt</translation>
    </message>
    <message>
      <location filename="gui/measuring/known_length.py" />
      <source>Calibrate</source>
      <translation>Kalibrieren</translation>
    </message>
    <message>
      <location filename="gui/measuring/known_length.py" />
      <source>This line is</source>
      <translation>Diese Linie misst</translation>
    </message>
    <message>
      <location filename="gui/measuring/known_length.py" />
      <source>True length of the line</source>
      <translation>Wahre Länge der Linie</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>change of a measurement</source>
      <translation>Änderung einer Messung</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>chest</source>
      <translation>Thorax</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>deletion of a measurement</source>
      <translation>Löschen einer Messung</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>heart, then the chest</source>
      <translation>Herz, dann der Thorax</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>lower end plate</source>
      <translation>untere Deckplatte</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>measurement</source>
      <translation>Messung</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>then click where the other arm ends</source>
      <translation>dann klicken, wo der andere Schenkel endet</translation>
    </message>
    <message>
      <location filename="gui/measuring/layer.py" />
      <source>then the lower end plate</source>
      <translation>dann die untere Deckplatte</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Angle</source>
      <translation>Winkel</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Area</source>
      <translation>Fläche</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>At detector: not corrected for magnification. In the patient it is shorter. Calibrate with a known length to get patient millimetres.</source>
      <translation>Am Detektor: ohne Korrektur der Vergrößerung. Im Patienten ist es kürzer. Mit bekannter Länge kalibrieren ergibt Millimeter im Patienten.</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Calibrated here by a known length; true at the depth of that object. The file is unchanged.</source>
      <translation>Hier mit bekannter Länge kalibriert; gilt in der Tiefe dieses Objekts. Die Datei ist unverändert.</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Chest</source>
      <translation>Thorax</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Cobb angle</source>
      <translation>Cobb-Winkel</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Corrected by the magnification that the file estimates.</source>
      <translation>Korrigiert um die in der Datei geschätzte Vergrößerung.</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Deviation</source>
      <translation>Streuung</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Distance</source>
      <translation>Abstand</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Ellipse</source>
      <translation>Ellipse</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Greatest</source>
      <translation>Größter</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Heart</source>
      <translation>Herz</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Heart to chest</source>
      <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Known length</source>
      <translation>Bekannte Länge</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Least</source>
      <translation>Kleinster</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Median</source>
      <translation>Median</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Rectangle</source>
      <translation>Rechteck</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Scale</source>
      <translation>Maßstab</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>The file tells no spacing, so lengths are in pixels. Calibrate with a known length.</source>
      <translation>Die Datei nennt keinen Pixelabstand, daher Längen in Pixeln. Mit bekannter Länge kalibrieren.</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>after the Modality LUT</source>
      <translation>nach der Modality-LUT</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>as stored</source>
      <translation>wie gespeichert</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>at detector</source>
      <translation>am Detektor</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>calibrated by reader</source>
      <translation>vom Befunder kalibriert</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>magnification-corrected</source>
      <translation>vergrößerungskorrigiert</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>no pixels</source>
      <translation>keine Pixel</translation>
    </message>
    <message>
      <location filename="gui/measuring/words.py" />
      <source>{heart} of {chest}</source>
      <translation>{heart} von {chest}</translation>
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
      <source>Changed by the reader’s corrections: {}</source>
      <translation>Durch Berichtigungen geändert: {}</translation>
    </message>
    <message>
      <location filename="gui/opinion.py" />
      <source>Grey and colour</source>
      <translation>Grau und Farbe</translation>
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
      <source>a model’s opinion, corrected</source>
      <translation>Meinung eines Modells, berichtigt</translation>
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
      <location filename="gui/palette_steps.py" />
      <source>delete palette</source>
      <translation>Palette löschen</translation>
    </message>
    <message>
      <location filename="gui/palette_steps.py" />
      <source>save palette</source>
      <translation>Palette speichern</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate.py" />
      <source>Certificate</source>
      <translation>Nachweis</translation>
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
      <source>Weights of the model unknown</source>
      <translation>Gewichte des Modells unbekannt</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Back to the colours (F7)</source>
      <translation>Zurück zu den Farben (F7)</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Certificate copied as text</source>
      <translation>Nachweis als Text kopiert</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Copy the certificate as text</source>
      <translation>Nachweis als Text kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Show on the film</source>
      <translation>Auf der Aufnahme zeigen</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Show on the film where only the colour has an edge</source>
      <translation>Auf der Aufnahme zeigen, wo nur die Farbe eine Kante hat</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Show on the film where the lightness differs most</source>
      <translation>Auf der Aufnahme zeigen, wo die Helligkeit am meisten abweicht</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
      <source>Use the Safe palette</source>
      <translation>Palette Sicher verwenden</translation>
    </message>
    <message>
      <location filename="gui/panels/certificate_page.py" />
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
      <location filename="gui/panels/explanation.py" />
      <source>Back to the colours</source>
      <translation>Zurück zu den Farben</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Copy the explanation as text</source>
      <translation>Erklärung als Text kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Explanation copied as text</source>
      <translation>Erklärung als Text kopiert</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Fall-back</source>
      <translation>Ersatzweise</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Geometry</source>
      <translation>Geometrie</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Modality values</source>
      <translation>Modality-Werte</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>No film is shown.</source>
      <translation>Keine Aufnahme wird gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Overlays</source>
      <translation>Overlays</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Polarity</source>
      <translation>Polarität</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Screen</source>
      <translation>Bildschirm</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Shutter</source>
      <translation>Blende</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Steps from stored value to screen</source>
      <translation>Schritte vom Speicherwert zum Bildschirm</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Stored pixels</source>
      <translation>Gespeicherte Pixel</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Why does it look like this?</source>
      <translation>Warum sieht es so aus?</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>Window or VOI LUT</source>
      <translation>Fenster oder VOI-LUT</translation>
    </message>
    <message>
      <location filename="gui/panels/explanation.py" />
      <source>empty</source>
      <translation>leer</translation>
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
      <location filename="gui/panels/feedback.py" />
      <source>Change</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Colours of the whole film</source>
      <translation>Farben der ganzen Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Colours of this film: {rating}, {words}</source>
      <translation>Farben dieser Aufnahme: {rating}, {words}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Comment on region {}</source>
      <translation>Bemerkung zu Region {}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Comment, optional. Please no patient data.</source>
      <translation>Bemerkung, freiwillig. Bitte keine Patientendaten.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Is the colour wrong somewhere? Press {} and outline it.</source>
      <translation>Ist die Farbe irgendwo falsch? {} drücken und umranden.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Label of region {}</source>
      <translation>Bezeichnung von Region {}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Label, optional</source>
      <translation>Bezeichnung, freiwillig</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Name the reader</source>
      <translation>Namen angeben</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>No reader is named yet.</source>
      <translation>Noch kein Name angegeben.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Reader: {}</source>
      <translation>Name: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Regions</source>
      <translation>Regionen</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Regions: number, verdict, what the model read</source>
      <translation>Regionen: Nummer, Urteil, was das Modell las</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Show other readers’ feedback</source>
      <translation>Rückmeldungen anderer zeigen</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Undo brings it back</source>
      <translation>Rückgängig holt es zurück</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>Verdict…</source>
      <translation>Urteil…</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>not rated</source>
      <translation>nicht bewertet</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>{tissue} {share}</source>
      <translation>{tissue} {share}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback.py" />
      <source>{} on this film</source>
      <translation>{} auf dieser Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>A single region: choose it and press Delete; its history stays, and Undo brings it back. Everything you said: the button below. It takes it out of the store, its journal and its recovery files for good, for all films; nothing brings it back. What was exported, or learnt by a model before, stays where it is.</source>
      <translation>Eine einzelne Region: wählen und Entf drücken; ihre Geschichte bleibt, Rückgängig holt sie zurück. Alles Gesagte: die Schaltfläche unten. Sie nimmt es für alle Aufnahmen endgültig aus Speicher, Journal und Rettungsdateien; nichts holt es zurück. Was exportiert wurde oder ein Modell schon gelernt hat, bleibt, wo es ist.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Delete all my feedback…</source>
      <translation>Alle eigenen Rückmeldungen löschen…</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Delete everything that {reader} said, for good? These are {count} regions and ratings. This cannot be undone.</source>
      <translation>Alles, was {reader} gesagt hat, endgültig löschen? Das sind {count} Regionen und Bewertungen. Das ist nicht rückgängig zu machen.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Delete for good</source>
      <translation>Endgültig löschen</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Deleted: {} records. Nothing of them is left.</source>
      <translation>Gelöscht: {} Einträge. Nichts davon ist übrig.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>How to delete it</source>
      <translation>Wie man es löscht</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>It lies in {}</source>
      <translation>Es liegt in {}</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>No names, no birth dates, no pictures. Nothing leaves this computer unless you export it. What you write in comments and labels goes along as it is, so please write nothing of patients there.</source>
      <translation>Keine Namen, keine Geburtsdaten, keine Bilder. Nichts verlässt diesen Rechner ohne Export. Bemerkungen und Bezeichnungen gehen mit, wie sie sind; bitte nichts von Patienten hineinschreiben.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>No table of true colours exists: what readers know is the measure. Your verdicts change the colours of this film at once, and models learn from them later. They also tell where a model errs, and how often.</source>
      <translation>Eine Tabelle wahrer Farben gibt es nicht: Maß ist, was Befunder wissen. Urteile ändern die Farben dieser Aufnahme sofort, und Modelle lernen später daraus. Sie sagen auch, wo und wie oft ein Modell irrt.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>The regions you draw, your verdicts, comments and ratings, your name or initials, the time, and exactly what was on the screen: program, model and its weights, palette, strength, window, zoom and how the film lay. A film is known by the hash of its content and its DICOM identifiers; the folder it lay in is noted beside the store, for exports, and so are how sure models were of it and which tissues they named, for the list of films that would teach most.</source>
      <translation>Gezeichnete Regionen, Urteile, Bemerkungen und Bewertungen, Name oder Kürzel, die Zeit und genau, was auf dem Bildschirm war: Programm, Modell und seine Gewichte, Palette, Stärke, Fenster, Zoom und Lage der Aufnahme. Eine Aufnahme wird an der Prüfsumme ihres Inhalts und an ihren DICOM-Kennungen erkannt; neben dem Speicher ist vermerkt, in welchem Ordner sie lag, für Exporte, und wie sicher Modelle bei ihr waren und welche Gewebe sie nannten, für die Liste der Aufnahmen, die am meisten lehren.</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>What is collected</source>
      <translation>Was erfasst wird</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>What is not</source>
      <translation>Was nicht erfasst wird</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>What you agree to</source>
      <translation>Wozu zugestimmt wird</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="gui/panels/feedback_words.py" />
      <source>Your feedback</source>
      <translation>Eigene Rückmeldungen</translation>
    </message>
    <message>
      <location filename="gui/panels/film_comment.py" />
      <source>Comment on the film</source>
      <translation>Bemerkung zur Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/panels/film_comment.py" />
      <source>Comment on the film, optional. Please no patient data.</source>
      <translation>Bemerkung zur Aufnahme, freiwillig. Bitte keine Patientendaten.</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>As found</source>
      <translation>Wie gefunden</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By body part</source>
      <translation>Nach Körperteil</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By modality</source>
      <translation>Nach Modalität</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By name</source>
      <translation>Nach Name</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>By number</source>
      <translation>Nach Nummer</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Find in studies</source>
      <translation>In Studien suchen</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Name, number, day, body part, modality, file or state</source>
      <translation>Name, Nummer, Tag, Körperteil, Modalität, Datei oder Zustand</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Newest first</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Order of the studies</source>
      <translation>Reihenfolge der Studien</translation>
    </message>
    <message>
      <location filename="gui/panels/find_field.py" />
      <source>Order of the studies: {}</source>
      <translation>Reihenfolge der Studien: {}</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Frame</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Frame {frame} of {frames}</source>
      <translation>Bild {frame} von {frames}</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Frames</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Frames per second</source>
      <translation>Bilder je Sekunde</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Frames per second ({source})</source>
      <translation>Bilder je Sekunde ({source})</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Run the frames (Space)</source>
      <translation>Bilder abspielen (Leertaste)</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>Stop the frames (Space)</source>
      <translation>Bilder anhalten (Leertaste)</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>frames per second</source>
      <translation>Bilder je Sekunde</translation>
    </message>
    <message>
      <location filename="gui/panels/frame_bar.py" />
      <source>not told by the file</source>
      <translation>nicht in der Datei</translation>
    </message>
    <message>
      <location filename="gui/panels/histogram.py" />
      <source>Values from {} to {}.</source>
      <translation>Werte von {} bis {}.</translation>
    </message>
    <message>
      <location filename="gui/panels/histogram.py" />
      <source>Values from {} to {}. The window shows {} to {}: {} lie below, {} above.</source>
      <translation>Werte von {} bis {}. Das Fenster zeigt {} bis {}: {} liegen darunter, {} darüber.</translation>
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
      <source>mean in region {}</source>
      <translation>Mittel in Region {}</translation>
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
      <location filename="gui/panels/measurements.py" />
      <source>Copy the values</source>
      <translation>Werte kopieren</translation>
    </message>
    <message>
      <location filename="gui/panels/measurements.py" />
      <source>Delete the chosen measurement</source>
      <translation>Gewählte Messung löschen</translation>
    </message>
    <message>
      <location filename="gui/panels/measurements.py" />
      <source>Model reads</source>
      <translation>Modell liest</translation>
    </message>
    <message>
      <location filename="gui/panels/measurements.py" />
      <source>Not saved: {}</source>
      <translation>Nicht gespeichert: {}</translation>
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
      <source>This film has {score}, the limit is {limit}</source>
      <translation>Diese Aufnahme hat {score}, die Grenze ist {limit}</translation>
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
      <source>1 film shares its identifier with another film. Both are shown.</source>
      <translation>1 Aufnahme teilt ihre Kennung mit einer anderen. Beide werden gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>1 of {} files is not shown.</source>
      <translation>1 von {} Dateien wird nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Files read</source>
      <translation>Gelesene Dateien</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>Files that are not shown</source>
      <translation>Nicht gezeigte Dateien</translation>
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
      <translation>und {} weitere</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films in 1 study</source>
      <translation>{} Aufnahmen in 1 Studie</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films in {} studies</source>
      <translation>{} Aufnahmen in {} Studien</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} films share their identifier with another film. All are shown.</source>
      <translation>{} Aufnahmen teilen ihre Kennung mit einer anderen. Alle werden gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} of {} files are not shown.</source>
      <translation>{} von {} Dateien werden nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="gui/panels/search_part.py" />
      <source>{} of {} files read</source>
      <translation>{} von {} Dateien gelesen</translation>
    </message>
    <message>
      <location filename="gui/panels/status.py" />
      <source>After feedback: {}</source>
      <translation>Nach Rückmeldung: {}</translation>
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
      <source>{score}, limit {limit}</source>
      <translation>{score}, Grenze {limit}</translation>
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
      <source>Show beside</source>
      <translation>Daneben zeigen</translation>
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
      <location filename="gui/panels/studies_model.py" />
      <source>Films {} to {}</source>
      <translation>Aufnahmen {} bis {}</translation>
    </message>
    <message>
      <location filename="gui/panels/studies_model.py" />
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
      <source>DICOM files, folders, DICOMDIR, zip. PNG, TIFF and JPEG too.</source>
      <translation>DICOM-Dateien, Ordner, DICOMDIR, Zip. Auch PNG, TIFF und JPEG.</translation>
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
      <location filename="gui/panels/work_list.py" />
      <source>All open films are looked at.</source>
      <translation>Alle offenen Aufnahmen sind durchgesehen.</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>Films that would teach &amp;most</source>
      <translation>Aufnahmen, die a&amp;m meisten lehren</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>Films: place, name and reasons, answered</source>
      <translation>Aufnahmen: Platz, Name und Gründe, beantwortet</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>Nothing is known of the open films yet.</source>
      <translation>Von den offenen Aufnahmen ist noch nichts bekannt.</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>What would teach most</source>
      <translation>Was am meisten lehrt</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>Your word on the first of these films would teach the model most. What you have answered comes last. Percentages are parts of the body.</source>
      <translation>Von Ihrem Wort zu den obersten dieser Aufnahmen lernt das Modell am meisten. Was Sie beantwortet haben, steht zuletzt. Prozente sind Teile des Körpers.</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>answered</source>
      <translation>beantwortet</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>nothing is in doubt</source>
      <translation>nichts ist zweifelhaft</translation>
    </message>
    <message>
      <location filename="gui/panels/work_list.py" />
      <source>{known} of {of} open films looked at, whenever nothing else is to be done</source>
      <translation>{known} von {of} offenen Aufnahmen durchgesehen, immer wenn nichts anderes zu tun ist</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>&amp;Presentation states</source>
      <translation>&amp;Presentation States</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>&amp;Run or stop the frames</source>
      <translation>Bilder abspielen oder a&amp;nhalten</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>&amp;Shutter</source>
      <translation>&amp;Blende</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>&amp;Why does it look like this?</source>
      <translation>&amp;Warum sieht es so aus?</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>As the film itself</source>
      <translation>Wie die Aufnahme selbst</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Next &amp;frame</source>
      <translation>Nächstes &amp;Bild</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Next presentation s&amp;tate</source>
      <translation>Nächster Presentation S&amp;tate</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>None names this film</source>
      <translation>Keiner nennt diese Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Overla&amp;ys</source>
      <translation>Overla&amp;ys</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Pre&amp;vious frame</source>
      <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Why does it look like this? (Ctrl+I)</source>
      <translation>Warum sieht es so aus? (Strg+I)</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>Without a name</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>no presentation state names this film</source>
      <translation>kein Presentation State nennt diese Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>nothing is drawn over the film</source>
      <translation>nichts ist über die Aufnahme gezeichnet</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>the film has no shutter</source>
      <translation>die Aufnahme hat keine Blende</translation>
    </message>
    <message>
      <location filename="gui/presentation_in_window.py" />
      <source>the film has one frame only</source>
      <translation>die Aufnahme hat nur ein Bild</translation>
    </message>
    <message>
      <location filename="gui/printed_page.py" />
      <source>No scale known.</source>
      <translation>Kein Maßstab bekannt.</translation>
    </message>
    <message>
      <location filename="gui/printed_page.py" />
      <source>Scale {} : 1, {}.</source>
      <translation>Maßstab {} : 1, {}.</translation>
    </message>
    <message>
      <location filename="gui/printed_page.py" />
      <source>True size, {}, part of the film. Print at 100 %.</source>
      <translation>Wahre Größe, {}, Teil der Aufnahme. Mit 100 % drucken.</translation>
    </message>
    <message>
      <location filename="gui/printed_page.py" />
      <source>True size, {}. Print at 100 %.</source>
      <translation>Wahre Größe, {}. Mit 100 % drucken.</translation>
    </message>
    <message>
      <location filename="gui/printing.py" />
      <source>&amp;Print…</source>
      <translation>&amp;Drucken…</translation>
    </message>
    <message>
      <location filename="gui/reader_study/in_window.py" />
      <source>Choose the plan of a reader study</source>
      <translation>Plan einer Befunder-Studie wählen</translation>
    </message>
    <message>
      <location filename="gui/reader_study/in_window.py" />
      <source>Plans of reader studies (*.toml)</source>
      <translation>Pläne von Befunder-Studien (*.toml)</translation>
    </message>
    <message>
      <location filename="gui/reader_study/in_window.py" />
      <source>Reader s&amp;tudy…</source>
      <translation>Befunder-S&amp;tudie…</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>Cannot tell</source>
      <translation>Nicht zu sagen</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>N</source>
      <translation>N</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>T</source>
      <translation>T</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>Y</source>
      <translation>J</translation>
    </message>
    <message>
      <location filename="gui/reader_study/keys.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Begin</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Choose your name</source>
      <translation>Namen wählen</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Ctrl + wheel: zoom, F: whole film</source>
      <translation>Strg + Rad: Zoom, F: ganze Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>I take part, and agree that this is kept</source>
      <translation>Ich nehme teil und bin einverstanden, dass dies aufbewahrt wird</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Reader</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Reader study “{title}”</source>
      <translation>Befunder-Studie „{title}“</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>The next film is being prepared</source>
      <translation>Die nächste Aufnahme wird vorbereitet</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>What is kept</source>
      <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>You agreed to this on {day}.</source>
      <translation>Dem haben Sie am {day} zugestimmt.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>Your answers, how long each film took, when you answered, and the name chosen below. Nothing else about you. It stays on this computer, with whoever leads the study. You can stop at any time.</source>
      <translation>Die Antworten, wie lange jede Aufnahme dauerte, wann geantwortet wurde und der unten gewählte Name. Sonst nichts über die Person. Es bleibt auf diesem Rechner, bei der Studienleitung. Aufhören ist jederzeit möglich.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/pages.py" />
      <source>left drag: window</source>
      <translation>links ziehen: Fenster</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>1 answer saved</source>
      <translation>1 Antwort gesichert</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>All answers saved</source>
      <translation>Alle Antworten gesichert</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>Enter</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>Film {number} of {count}</source>
      <translation>Aufnahme {number} von {count}</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>How far you are</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>Save again</source>
      <translation>Erneut sichern</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>You can change your answer until you go on. After that it is closed.</source>
      <translation>Die Antwort lässt sich ändern, bis es weitergeht. Danach ist sie abgeschlossen.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>grey and colour</source>
      <translation>Grau und Farbe</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>in grey</source>
      <translation>in Grau</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>with colour</source>
      <translation>mit Farbe</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panel.py" />
      <source>{count} answers saved</source>
      <translation>{count} Antworten gesichert</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panes.py" />
      <source>Film</source>
      <translation>Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panes.py" />
      <source>Hold {key} for grey</source>
      <translation>{key} halten für Grau</translation>
    </message>
    <message>
      <location filename="gui/reader_study/panes.py" />
      <source>the film itself</source>
      <translation>die Aufnahme selbst</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>Click the film to mark a place.</source>
      <translation>Auf die Aufnahme klicken, um eine Stelle zu markieren.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>Digits 1 to 9 set it too.</source>
      <translation>Auch die Ziffern 1 bis 9 stellen sie ein.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>Mark by keys ({key})</source>
      <translation>Mit Tasten markieren ({key})</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>Marked. Drag the mark, or move it with Ctrl + arrow keys.</source>
      <translation>Markiert. Marke ziehen oder mit Strg + Pfeiltasten bewegen.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>Remove mark</source>
      <translation>Marke entfernen</translation>
    </message>
    <message>
      <location filename="gui/reader_study/questions.py" />
      <source>optional</source>
      <translation>freiwillig</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>Go on without it</source>
      <translation>Ohne sie weiter</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>Not saved: {why}</source>
      <translation>Nicht gesichert: {why}</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>Stop for today</source>
      <translation>Für heute aufhören</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>Thank you</source>
      <translation>Danke</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>Thank you. Come back on {day}</source>
      <translation>Danke. Weiter geht es am {day}</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>The answers cannot be saved</source>
      <translation>Die Antworten lassen sich nicht sichern</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>The film is covered, and the time stands still. Your answers to earlier films are saved. If you stop here, this film comes again when you go on.</source>
      <translation>Die Aufnahme ist verdeckt, und die Zeit steht. Antworten zu früheren Aufnahmen sind gesichert. Wer hier aufhört, sieht diese Aufnahme beim nächsten Mal wieder.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>This film cannot be coloured</source>
      <translation>Diese Aufnahme lässt sich nicht einfärben</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>This film cannot be read</source>
      <translation>Diese Aufnahme ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>This part is done, and everything is saved. The same films come again after a while, so that you do not remember them.</source>
      <translation>Dieser Teil ist fertig, und alles ist gesichert. Dieselben Aufnahmen kommen nach einer Weile wieder, damit keine Erinnerung hilft.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>You have read every film, and everything is saved. The answers lie in {place}. When all readers are done, this command makes the report:</source>
      <translation>Alle Aufnahmen sind befundet, und alles ist gesichert. Die Antworten liegen in {place}. Sind alle fertig, macht dieser Befehl den Bericht:</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>d MMMM yyyy, HH:mm</source>
      <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>{why} Everything you answered so far is saved.</source>
      <translation>{why} Alle bisherigen Antworten sind gesichert.</translation>
    </message>
    <message>
      <location filename="gui/reader_study/window.py" />
      <source>{why} Tell whoever leads the study. If you go on, it is kept that you did not see this film.</source>
      <translation>{why} Bitte der Studienleitung sagen. Wer weitergeht, bei dem wird vermerkt, dass diese Aufnahme nicht gesehen wurde.</translation>
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
      <location filename="gui/reports_of_study.py" />
      <source>Reports of the st&amp;udy…</source>
      <translation>Berichte der &amp;Untersuchung…</translation>
    </message>
    <message>
      <location filename="gui/reports_of_study.py" />
      <source>the study has no structured report</source>
      <translation>die Untersuchung hat keinen Strukturbericht</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>&amp;No profile for this screen</source>
      <translation>&amp;Kein Profil für diesen Bildschirm</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>&amp;Profile of this screen…</source>
      <translation>&amp;Profil dieses Bildschirms…</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>&amp;Test pattern</source>
      <translation>&amp;Testbild</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>ICC profiles (*.icc *.icm)</source>
      <translation>ICC-Profile (*.icc *.icm)</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>Profile of this screen</source>
      <translation>Profil dieses Bildschirms</translation>
    </message>
    <message>
      <location filename="gui/screen_check.py" />
      <source>this screen has no profile</source>
      <translation>dieser Bildschirm hat kein Profil</translation>
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
      <source>overlays</source>
      <translation>Overlays</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>presentation state</source>
      <translation>Presentation State</translation>
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
      <source>shutter</source>
      <translation>Blende</translation>
    </message>
    <message>
      <location filename="gui/shown_film.py" />
      <source>window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <location filename="gui/spoken.py" />
      <source>small</source>
      <translation>keep</translation>
    </message>
    <message>
      <location filename="gui/toolbar.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>&amp;Measure this screen…</source>
      <translation>Diesen Bildschirm ver&amp;messen…</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>T&amp;rue size</source>
      <translation>Wahre G&amp;röße</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>T&amp;rue size (measured: {} dpi)</source>
      <translation>Wahre G&amp;röße (gemessen: {} dpi)</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>T&amp;rue size (screen says {} dpi)</source>
      <translation>Wahre G&amp;röße (Bildschirm sagt {} dpi)</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>T&amp;rue size (this screen is not measured)</source>
      <translation>Wahre G&amp;röße (dieser Bildschirm ist nicht gemessen)</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>measured: {} dpi</source>
      <translation>gemessen: {} dpi</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>screen says {} dpi</source>
      <translation>Bildschirm sagt {} dpi</translation>
    </message>
    <message>
      <location filename="gui/true_size.py" />
      <source>the film states no millimetres: calibrate by a known length</source>
      <translation>die Aufnahme nennt keine Millimeter: an bekannter Länge kalibrieren</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>&amp;Link place, zoom and window</source>
      <translation>Lage, Zoom und Fenster &amp;koppeln</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>Colour picture, second film</source>
      <translation>Farbiges Bild, zweite Aufnahme</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>E&amp;xchange the films</source>
      <translation>Aufnahmen &amp;tauschen</translation>
    </message>
    <message>
      <location filename="gui/two_films.py" />
      <source>Grey picture, second film</source>
      <translation>Graues Bild, zweite Aufnahme</translation>
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
      <source>spacing unknown</source>
      <translation>Pixelabstand unbekannt</translation>
    </message>
    <message>
      <location filename="gui/views/corners.py" />
      <source>{window}, inverted</source>
      <translation>{window}, invertiert</translation>
    </message>
    <message>
      <location filename="gui/views/drawn/by_keys.py" />
      <source>Arrows draw, Space lifts the pen</source>
      <translation>Pfeile zeichnen, Leertaste hebt den Stift</translation>
    </message>
    <message>
      <location filename="gui/views/drawn/by_keys.py" />
      <source>Arrows move (Shift far, Ctrl finely), Space sets a point, Esc ends</source>
      <translation>Pfeile bewegen (Umschalt weit, Strg fein), Leertaste setzt einen Punkt, Esc endet</translation>
    </message>
    <message>
      <location filename="gui/views/drawn/by_keys.py" />
      <source>Arrows move the cross-hair, Esc ends. To draw, choose a tool</source>
      <translation>Pfeile bewegen das Fadenkreuz, Esc endet. Zum Zeichnen ein Werkzeug wählen</translation>
    </message>
    <message>
      <location filename="gui/views/drawn/by_keys.py" />
      <source>Arrows move, Space puts the pen down</source>
      <translation>Pfeile bewegen, Leertaste setzt den Stift auf</translation>
    </message>
    <message>
      <location filename="gui/views/drawn/by_keys.py" />
      <source>{} set. Space sets the next point, Backspace takes the last back</source>
      <translation>{} gesetzt. Leertaste setzt den nächsten Punkt, Rücktaste nimmt den letzten zurück</translation>
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
      <source>Shown in its own colours alone</source>
      <translation>Nur in eigenen Farben gezeigt</translation>
    </message>
    <message>
      <location filename="gui/views/grey_note.py" />
      <source>This film stays grey</source>
      <translation>Diese Aufnahme bleibt grau</translation>
    </message>
    <message>
      <location filename="gui/views/pane_header.py" />
      <source>Not for primary diagnosis</source>
      <translation>Nicht zur Primärdiagnostik</translation>
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
      <source>Grey below {limit}</source>
      <translation>Grau unter {limit}</translation>
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
      <source>Colouring, {percent}</source>
      <translation>Wird eingefärbt, {percent}</translation>
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
      <location filename="gui/window_choices.py" />
      <source>As first shown</source>
      <translation>Wie zuerst gezeigt</translation>
    </message>
    <message>
      <location filename="gui/window_menu.py" />
      <source>&amp;Own windows…</source>
      <translation>&amp;Eigene Fenster…</translation>
    </message>
    <message>
      <location filename="gui/window_menu.py" />
      <source>&amp;Window and VOI LUT</source>
      <translation>&amp;Fenster und VOI-LUT</translation>
    </message>
    <message>
      <location filename="gui/window_menu.py" />
      <source>1 to &amp;99 % range</source>
      <translation>Bereich von 1 bis &amp;99 %</translation>
    </message>
    <message>
      <location filename="gui/window_menu.py" />
      <source>Of the file</source>
      <translation>Der Datei</translation>
    </message>
    <message>
      <location filename="gui/window_menu.py" />
      <source>Own</source>
      <translation>Eigene</translation>
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
      <source>sure</source>
      <translation>sicher</translation>
    </message>
    <message>
      <location filename="gui/words.py" />
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>Ask its sender for the film.</source>
      <translation>Beim Absender nach der Aufnahme fragen.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>Check the name.</source>
      <translation>Den Namen prüfen.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>Copy it again from its source.</source>
      <translation>Erneut von der Quelle kopieren.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>Unpack the archive, and open the folder.</source>
      <translation>Das Archiv entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: damaged inside its archive.</source>
      <translation>{}: im Archiv beschädigt.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: holds too many files.</source>
      <translation>{}: enthält zu viele Dateien.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: locked with a password.</source>
      <translation>{}: mit Kennwort gesperrt.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: packed in a way that is not known here.</source>
      <translation>{}: auf unbekannte Weise gepackt.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: the zip archive is damaged or cut off.</source>
      <translation>{}: das Zip-Archiv ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: there is no such file in {}.</source>
      <translation>{}: diese Datei gibt es in {} nicht.</translation>
    </message>
    <message>
      <location filename="io/archives.py" />
      <source>{}: would unpack to {}, which no film does.</source>
      <translation>{}: würde zu {} entpackt, wie keine Aufnahme.</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>Close that program, then try again.</source>
      <translation>Dieses Programm schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>another program keeps it locked</source>
      <translation>ein anderes Programm hält ihn gesperrt</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>it cannot be opened here</source>
      <translation>er kann hier nicht geöffnet werden</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>it is damaged or cut off</source>
      <translation>er ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>it is read-only</source>
      <translation>er ist schreibgeschützt</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>it was made by a newer XrayColor</source>
      <translation>ihn hat ein neueres XrayColor angelegt</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>the database refuses</source>
      <translation>die Datenbank verweigert sich</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>the disk is full</source>
      <translation>die Platte ist voll</translation>
    </message>
    <message>
      <location filename="io/database.py" />
      <source>the disk refuses to read or write it; it may be full</source>
      <translation>der Datenträger verweigert Lesen oder Schreiben; vielleicht ist er voll</translation>
    </message>
    <message>
      <location filename="io/dicom/decoding.py" />
      <source>{}: frame {} of the compressed pixels is missing or cut off.</source>
      <translation>{}: Bild {} der komprimierten Pixel fehlt oder ist abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/dicom/decoding.py" />
      <source>{}: the RLE pixels are damaged or cut off.</source>
      <translation>{}: die RLE-Pixel sind beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/dicom/decoding.py" />
      <source>{}: the compressed pixels are damaged or of an unknown coding.</source>
      <translation>{}: die komprimierten Pixel sind beschädigt oder unbekannt kodiert.</translation>
    </message>
    <message>
      <location filename="io/dicom/decoding.py" />
      <source>{}: the deflated pixels are damaged.</source>
      <translation>{}: die komprimierten Pixel sind beschädigt.</translation>
    </message>
    <message>
      <location filename="io/dicom/decoding.py" />
      <source>{}: the {} pixels are damaged.</source>
      <translation>{}: die {}-Pixel sind beschädigt.</translation>
    </message>
    <message>
      <location filename="io/dicom/directory.py" />
      <source>Open the folder it lies in.</source>
      <translation>Den Ordner öffnen, in dem es liegt.</translation>
    </message>
    <message>
      <location filename="io/dicom/directory.py" />
      <source>{}: the directory names no files.</source>
      <translation>{}: das Verzeichnis nennt keine Dateien.</translation>
    </message>
    <message>
      <location filename="io/dicom/facts.py" />
      <source>Image Laterality and Laterality name opposite sides; the image's own is shown.</source>
      <translation>Image Laterality und Laterality nennen verschiedene Seiten; gezeigt wird die des Bildes.</translation>
    </message>
    <message>
      <location filename="io/dicom/facts.py" />
      <source>Patient Orientation is a quadruped's and was left out.</source>
      <translation>Patient Orientation ist die eines Vierbeiners und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/facts.py" />
      <source>Patient Orientation is not well formed and was left out.</source>
      <translation>Patient Orientation ist fehlerhaft und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/facts.py" />
      <source>The pixels' aspect ratio is out of all proportion and was left out.</source>
      <translation>Das Seitenverhältnis der Pixel ist unsinnig und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/header.py" />
      <source>{} could not be read and was left out.</source>
      <translation>{} war nicht lesbar und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>A VOI LUT is empty or damaged and was left out.</source>
      <translation>Eine VOI-LUT ist leer oder beschädigt und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>A lookup table has {} of {} entries; its last one goes on.</source>
      <translation>Eine Tabelle hat {} von {} Einträgen; der letzte gilt weiter.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>A lookup table says {} bits; the depth of its values is used.</source>
      <translation>Eine Tabelle gibt {} Bit an; die Tiefe ihrer Werte gilt.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>A window without centre or width was left out.</source>
      <translation>Ein Fenster ohne Mitte oder Breite wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>Rescale Slope is zero and was left out.</source>
      <translation>Rescale Slope ist null und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>The Modality LUT is empty or damaged and was left out.</source>
      <translation>Die Modality-LUT ist leer oder beschädigt und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>The VOI LUT Function is not one that DICOM defines; LINEAR is used.</source>
      <translation>Die VOI LUT Function kennt DICOM nicht; LINEAR gilt.</translation>
    </message>
    <message>
      <location filename="io/dicom/look.py" />
      <source>{} window centres but {} window widths; only whole pairs are used.</source>
      <translation>{} Fenstermitten, aber {} Fensterbreiten; nur ganze Paare gelten.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>Bits Stored says {}, but the values use {} bits; they are kept as they are.</source>
      <translation>Bits Stored sagt {}, aber die Werte nutzen {} Bit; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>Bits Stored says {}, which does not fit {} bits allocated.</source>
      <translation>Bits Stored sagt {}, was nicht zu {} belegten Bit passt.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>High Bit does not fit Bits Stored and was left out.</source>
      <translation>High Bit passt nicht zu Bits Stored und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>Open an image with one or three.</source>
      <translation>Ein Bild mit einem oder drei öffnen.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>The number of frames is not positive; one frame is assumed.</source>
      <translation>Die Zahl der Bilder ist nicht positiv; angenommen wird eines.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>The photometric interpretation is missing; {} is assumed.</source>
      <translation>Die photometrische Deutung fehlt; angenommen wird {}.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>{}: rows or columns are missing or zero.</source>
      <translation>{}: Zeilen oder Spalten fehlen oder sind null.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>{}: the pixels are cut off, {} of {} {} are there.</source>
      <translation>{}: die Pixel sind abgeschnitten, {} von {} {} sind da.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>{}: {} bits allocated per pixel are not supported.</source>
      <translation>{}: {} Bit je Pixel werden nicht unterstützt.</translation>
    </message>
    <message>
      <location filename="io/dicom/native_pixels.py" />
      <source>{}: {} samples per pixel.</source>
      <translation>{}: {} Werte je Pixel.</translation>
    </message>
    <message>
      <location filename="io/dicom/overlays.py" />
      <source>An overlay in this file is damaged and was left out.</source>
      <translation>Ein Overlay dieser Datei ist beschädigt und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/overlays.py" />
      <source>An overlay lies partly outside the film and is cut off there.</source>
      <translation>Ein Overlay liegt teils außerhalb der Aufnahme und ist dort abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>Ask its sender for a single film.</source>
      <translation>Beim Absender eine einzelne Aufnahme erbitten.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>Choose a DICOM, PNG, TIFF or JPEG file.</source>
      <translation>Eine DICOM-, PNG-, TIFF- oder JPEG-Datei wählen.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>Copy the file again from its source.</source>
      <translation>Die Datei erneut von der Quelle kopieren.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>Part of the DICOM header is damaged and was left out.</source>
      <translation>Ein Teil des DICOM-Kopfes ist beschädigt und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>The file does not begin as DICOM files do; what comes before the data set was skipped.</source>
      <translation>Die Datei beginnt nicht wie DICOM-Dateien; was vor dem Datensatz steht, wurde übersprungen.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>The header is encoded otherwise than its transfer syntax says; it was told from the data.</source>
      <translation>Der Kopf ist anders kodiert, als die Transfersyntax sagt; erkannt aus den Daten.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>The transfer syntax is missing; it was told from the data.</source>
      <translation>Die Transfersyntax fehlt; sie wurde aus den Daten erkannt.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>{}: not a DICOM file.</source>
      <translation>{}: keine DICOM-Datei.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>{}: the DICOM header is damaged.</source>
      <translation>{}: der DICOM-Kopf ist beschädigt.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>{}: the deflated data set is damaged.</source>
      <translation>{}: der komprimierte Datensatz ist beschädigt.</translation>
    </message>
    <message>
      <location filename="io/dicom/parse.py" />
      <source>{}: unpacks to more than 2 GB.</source>
      <translation>{}: entpackt mehr als 2 GB.</translation>
    </message>
    <message>
      <location filename="io/dicom/pixels.py" />
      <source>Export it again in grey.</source>
      <translation>Erneut in Grau exportieren.</translation>
    </message>
    <message>
      <location filename="io/dicom/pixels.py" />
      <source>Some pixels are not numbers; they are left out.</source>
      <translation>Manche Pixel sind keine Zahlen; sie bleiben außen vor.</translation>
    </message>
    <message>
      <location filename="io/dicom/pixels.py" />
      <source>The pixels are not coded as {}; they were read as they are.</source>
      <translation>Die Pixel sind nicht als {} kodiert; gelesen, wie sie sind.</translation>
    </message>
    <message>
      <location filename="io/dicom/pixels.py" />
      <source>The pixels have another size than the header says; theirs is used.</source>
      <translation>Die Pixel haben eine andere Größe, als der Kopf sagt; ihre gilt.</translation>
    </message>
    <message>
      <location filename="io/dicom/pixels.py" />
      <source>{}: its colour palette is missing or damaged.</source>
      <translation>{}: die Farbpalette fehlt oder ist beschädigt.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>Choose one of its {}.</source>
      <translation>Eines der {} wählen.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>Fetch the whole image from its source.</source>
      <translation>Das ganze Bild von der Quelle holen.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>Open the folder it lies in instead.</source>
      <translation>Den Ordner öffnen, in dem es liegt.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>Open the image it belongs to.</source>
      <translation>Das zugehörige Bild öffnen.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>The file says that text, such as a name, is part of its pixels.</source>
      <translation>Laut Datei ist Text, etwa ein Name, Teil der Pixel.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>a key object selection</source>
      <translation>eine Key Object Selection</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>a presentation state</source>
      <translation>ein Presentation State</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>a structured report</source>
      <translation>ein strukturierter Befund</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>an RT plan</source>
      <translation>ein Bestrahlungsplan</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>an RT structure set</source>
      <translation>ein RT-Struktursatz</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>an RT treatment record</source>
      <translation>ein Bestrahlungsprotokoll</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>an encapsulated document</source>
      <translation>ein eingebettetes Dokument</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>{}: a DICOM header without pixels.</source>
      <translation>{}: ein DICOM-Kopf ohne Pixel.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>{}: the directory of a DICOM medium.</source>
      <translation>{}: das Verzeichnis eines DICOM-Mediums.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>{}: the file ends in the middle of its header.</source>
      <translation>{}: die Datei endet mitten im Kopf.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>{}: there is no frame {}.</source>
      <translation>{}: Bild {} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="io/dicom/read.py" />
      <source>{}: {}; there is no picture in it.</source>
      <translation>{}: {}; darin ist kein Bild.</translation>
    </message>
    <message>
      <location filename="io/dicom/shutter.py" />
      <source>A shutter in this file is not understood and was left out.</source>
      <translation>Eine Blende dieser Datei ist unverständlich und wurde übergangen.</translation>
    </message>
    <message>
      <location filename="io/dicom/source_header.py" />
      <source>Open {} again, then export.</source>
      <translation>{} erneut öffnen, dann exportieren.</translation>
    </message>
    <message>
      <location filename="io/dicom/source_header.py" />
      <source>{} cannot be read any more, and its header is needed.</source>
      <translation>{} ist nicht mehr lesbar, und ihr Kopf wird gebraucht.</translation>
    </message>
    <message>
      <location filename="io/dicom/source_header.py" />
      <source>{} has changed since it was opened.</source>
      <translation>{} hat sich seit dem Öffnen geändert.</translation>
    </message>
    <message>
      <location filename="io/dicom/source_header.py" />
      <source>{} is no longer the file that was opened.</source>
      <translation>{} ist nicht mehr die geöffnete Datei.</translation>
    </message>
    <message>
      <location filename="io/dicom_objects/secondary_capture.py" />
      <source>Export a PNG instead.</source>
      <translation>Ein PNG exportieren.</translation>
    </message>
    <message>
      <location filename="io/feedback/json_file.py" />
      <source>Update XrayColor.</source>
      <translation>XrayColor aktualisieren.</translation>
    </message>
    <message>
      <location filename="io/feedback/travel.py" />
      <source>Choose another file.</source>
      <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="io/header_child.py" />
      <source>Please report it; other films are not concerned.</source>
      <translation>Bitte melden; andere Aufnahmen sind nicht betroffen.</translation>
    </message>
    <message>
      <location filename="io/header_child.py" />
      <source>a DICOM object</source>
      <translation>ein DICOM-Objekt</translation>
    </message>
    <message>
      <location filename="io/header_child.py" />
      <source>{}: XrayColor has a fault here ({}).</source>
      <translation>{}: XrayColor hat hier einen Fehler ({}).</translation>
    </message>
    <message>
      <location filename="io/header_child.py" />
      <source>{}: {}, without a picture.</source>
      <translation>{}: {}, ohne Bild.</translation>
    </message>
    <message>
      <location filename="io/luminance.py" />
      <source>Stored in colour, but every pixel is grey; the grey is shown.</source>
      <translation>Farbig gespeichert, aber jedes Pixel ist grau; gezeigt wird das Grau.</translation>
    </message>
    <message>
      <location filename="io/luminance.py" />
      <source>Stored in colour; it is shown in its own colours, and where grey is needed by its luminance.</source>
      <translation>Farbig gespeichert; gezeigt in eigenen Farben, wo Grau nötig ist nach der Leuchtdichte.</translation>
    </message>
    <message>
      <location filename="io/measurements.py" />
      <source>What you measured stays in this window, and is tried again with the next change.</source>
      <translation>Das Gemessene bleibt in diesem Fenster und wird bei der nächsten Änderung erneut versucht.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>Choose another name.</source>
      <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>Give the palette a name of its own.</source>
      <translation>Der Palette einen eigenen Namen geben.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>{} cannot be read: {}.</source>
      <translation>{} ist nicht lesbar: {}.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>{}: this is no palette, it is far too large.</source>
      <translation>{}: dies ist keine Palette, viel zu groß.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>{}: this is no palette, nor any other text.</source>
      <translation>{}: dies ist keine Palette und auch kein Text.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>{}: “{}” is the name of a shipped palette with other colours.</source>
      <translation>{}: „{}“ heißt schon eine mitgelieferte Palette mit anderen Farben.</translation>
    </message>
    <message>
      <location filename="io/palettes.py" />
      <source>“{}” is the name of a shipped palette.</source>
      <translation>„{}“ heißt schon eine mitgelieferte Palette.</translation>
    </message>
    <message>
      <location filename="io/picture.py" />
      <source>Transparent pixels are laid over black.</source>
      <translation>Durchsichtige Pixel liegen auf Schwarz.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>It holds {}.</source>
      <translation>Sie enthält {}.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>Picture {} of {} is shown.</source>
      <translation>Bild {} von {} wird gezeigt.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>Turned upright as its EXIF orientation says.</source>
      <translation>Aufrecht gedreht nach der EXIF-Lage.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>{}: the picture has no size.</source>
      <translation>{}: das Bild hat keine Größe.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>{}: there is no picture {}.</source>
      <translation>{}: ein Bild {} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>{}: this JPEG file is damaged or cut off.</source>
      <translation>{}: diese JPEG-Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/raster.py" />
      <source>{}: this {} file is damaged or cut off.</source>
      <translation>{}: diese {}-Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>Ask for access to it.</source>
      <translation>Um Zugriff bitten.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>Choose a file.</source>
      <translation>Eine Datei wählen.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>Export a single film.</source>
      <translation>Eine einzelne Aufnahme exportieren.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>Open it as a folder, or choose a file in it.</source>
      <translation>Als Ordner öffnen oder eine Datei darin wählen.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: a device or a pipe, not a file.</source>
      <translation>{}: ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: larger than the 2 GB that are opened.</source>
      <translation>{}: größer als die 2 GB, die geöffnet werden.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: the file cannot be read.</source>
      <translation>{}: die Datei ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: the file is empty.</source>
      <translation>{}: die Datei ist leer.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: there is no such file.</source>
      <translation>{}: diese Datei gibt es nicht.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: you may not read this file.</source>
      <translation>{}: kein Leserecht für diese Datei.</translation>
    </message>
    <message>
      <location filename="io/read.py" />
      <source>{}: {}, not a radiograph.</source>
      <translation>{}: {}, keine Röntgenaufnahme.</translation>
    </message>
    <message>
      <location filename="io/refusals.py" />
      <source>Export a smaller copy.</source>
      <translation>Eine kleinere Kopie exportieren.</translation>
    </message>
    <message>
      <location filename="io/refusals.py" />
      <source>{}: {} × {} pixels; more than {} megapixels are not opened.</source>
      <translation>{}: {} × {} Pixel; mehr als {} Megapixel werden nicht geöffnet.</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a BMP picture</source>
      <translation>ein BMP-Bild</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a GIF picture</source>
      <translation>ein GIF-Bild</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a JPEG 2000 picture</source>
      <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a NIfTI volume</source>
      <translation>ein NIfTI-Volumen</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a NumPy array</source>
      <translation>ein NumPy-Array</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a PDF document</source>
      <translation>ein PDF-Dokument</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a RAR archive</source>
      <translation>ein RAR-Archiv</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a RIFF file (WebP, WAV or AVI)</source>
      <translation>eine RIFF-Datei (WebP, WAV oder AVI)</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a gzip archive</source>
      <translation>ein Gzip-Archiv</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a text file</source>
      <translation>eine Textdatei</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>a zip archive</source>
      <translation>ein Zip-Archiv</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>an XML document</source>
      <translation>ein XML-Dokument</translation>
    </message>
    <message>
      <location filename="io/sniff.py" />
      <source>not a format that is known here</source>
      <translation>kein bekanntes Format</translation>
    </message>
    <message>
      <location filename="io/study_search.py" />
      <source>{} is shown.</source>
      <translation>{} wird gezeigt.</translation>
    </message>
    <message>
      <location filename="io/study_search.py" />
      <source>{}: the same film is there twice.</source>
      <translation>{}: dieselbe Aufnahme ist doppelt da.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>Ask for access.</source>
      <translation>Um Zugriff bitten.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>Copy the files themselves.</source>
      <translation>Die Dateien selbst kopieren.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>Copy the whole medium again.</source>
      <translation>Das ganze Medium erneut kopieren.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>{}: a link that leads nowhere.</source>
      <translation>{}: eine Verknüpfung ins Leere.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>{}: named by the medium's directory, but not there.</source>
      <translation>{}: vom Verzeichnis des Mediums genannt, aber nicht da.</translation>
    </message>
    <message>
      <location filename="io/study_walk.py" />
      <source>{}: you may not enter this folder.</source>
      <translation>{}: kein Zutritt zu diesem Ordner.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>Save it as grey or RGB.</source>
      <translation>Als Grau oder RGB speichern.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>Save it as grey.</source>
      <translation>Als Grau speichern.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>Save one picture as grey or RGB.</source>
      <translation>Ein Bild als Grau oder RGB speichern.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>Turned upright as its orientation tag says.</source>
      <translation>Aufrecht gedreht nach dem Lage-Tag.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>{}: a TIFF of complex numbers or more than two dimensions.</source>
      <translation>{}: ein TIFF aus komplexen Zahlen oder mit mehr als zwei Dimensionen.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>{}: a volume or an unusual colour TIFF.</source>
      <translation>{}: ein Volumen oder ein ungewöhnliches Farb-TIFF.</translation>
    </message>
    <message>
      <location filename="io/tiff.py" />
      <source>{}: the colours of this TIFF are not supported.</source>
      <translation>{}: die Farben dieses TIFF werden nicht unterstützt.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Choose a folder on another disk.</source>
      <translation>Einen Ordner auf einer anderen Platte wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Choose a folder you may write to.</source>
      <translation>Einen beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Choose a shorter name.</source>
      <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Choose another folder.</source>
      <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Choose another name or folder.</source>
      <translation>Anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Free some space or choose another folder.</source>
      <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Make the folder first, or choose another.</source>
      <translation>Den Ordner anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Move it away, or choose another name or folder.</source>
      <translation>Wegräumen oder anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>Try another folder.</source>
      <translation>Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>a folder of that name is in the way</source>
      <translation>ein Ordner dieses Namens steht im Weg</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>it is larger than this disk or your quota allows</source>
      <translation>sie ist größer, als Platte oder Kontingent erlauben</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>part of this path is a file, not a folder</source>
      <translation>ein Teil dieses Pfades ist eine Datei</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>the disk is read-only</source>
      <translation>die Platte ist schreibgeschützt</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>the file name is too long</source>
      <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>the folder does not exist</source>
      <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>the folder may not be written to</source>
      <translation>in den Ordner darf nicht geschrieben werden</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>the system refused</source>
      <translation>das System lehnt ab</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>your quota on this disk is used up</source>
      <translation>das Kontingent auf dieser Platte ist verbraucht</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>{} cannot be written: {}.</source>
      <translation>{} ist nicht schreibbar: {}.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>{} is a radiograph that was read: it is never written over.</source>
      <translation>{} ist eine gelesene Aufnahme: sie wird nie überschrieben.</translation>
    </message>
    <message>
      <location filename="io/writing.py" />
      <source>{} is there already and was not made by XrayColor: it was left alone.</source>
      <translation>{} ist schon da und nicht von XrayColor: unberührt gelassen.</translation>
    </message>
    <message>
      <location filename="models/autoencoders.py" />
      <source>Update XrayColor or choose another model.</source>
      <translation>XrayColor aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="models/card.py" />
      <source>Grey works; install the model again to see colour.</source>
      <translation>Grau geht; für Farbe das Modell neu installieren.</translation>
    </message>
    <message>
      <location filename="models/card.py" />
      <source>Model file is damaged ({}).</source>
      <translation>Modelldatei ist beschädigt ({}).</translation>
    </message>
    <message>
      <location filename="models/card.py" />
      <source>checksum differs</source>
      <translation>die Prüfsumme weicht ab</translation>
    </message>
    <message>
      <location filename="models/card.py" />
      <source>it has no readable model card</source>
      <translation>sie hat keine lesbare Modellkarte</translation>
    </message>
    <message>
      <location filename="models/card.py" />
      <source>its header is cut off</source>
      <translation>ihr Kopf ist abgeschnitten</translation>
    </message>
    <message>
      <location filename="models/gauges.py" />
      <source>this does not look like a radiograph: it resembles a photograph, a drawing or a page</source>
      <translation>dies sieht nicht nach Röntgenaufnahme aus: es gleicht einem Foto, einer Zeichnung oder einer Seite</translation>
    </message>
    <message>
      <location filename="models/gauges.py" />
      <source>this does not look like a radiograph: it resembles a slice (CT or MR) or an ultrasound picture</source>
      <translation>dies sieht nicht nach Röntgenaufnahme aus: es gleicht einer Schicht (CT oder MR) oder einem Ultraschallbild</translation>
    </message>
    <message>
      <location filename="models/gauges.py" />
      <source>this is unlike the radiographs that the model learnt from</source>
      <translation>dies ist anders als die Aufnahmen, an denen das Modell gelernt hat</translation>
    </message>
    <message>
      <location filename="models/gauges.py" />
      <source>this looks inverted: black and white are exchanged</source>
      <translation>dies sieht invertiert aus: Schwarz und Weiß sind vertauscht</translation>
    </message>
    <message>
      <location filename="models/library.py" />
      <source>Known models: {}.</source>
      <translation>Bekannte Modelle: {}.</translation>
    </message>
    <message>
      <location filename="models/library.py" />
      <source>There is no model “{}”.</source>
      <translation>Es gibt kein Modell „{}“.</translation>
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
