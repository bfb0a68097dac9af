<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About CourseTracker</source>
        <translation>Acerca de CourseTracker</translation>
    </message>
    <message>
        <source>Follow a course written as Markdown. Offline, private, free (MIT).</source>
        <translation>Sigue un curso escrito en Markdown. Sin conexión, privado y libre (MIT).</translation>
    </message>
    <message>
        <source>It uses Qt under the LGPL; all licences are in the folder “licences” of the program.</source>
        <translation>Usa Qt bajo la LGPL; todas las licencias están en la carpeta «licences» del programa.</translation>
    </message>
</context>
<context>
    <name>AllNotes</name>
    <message>
        <source>All notes – {course}</source>
        <translation>Todos los apuntes – {course}</translation>
    </message>
    <message>
        <source>Part of the course</source>
        <translation>Parte del curso</translation>
    </message>
    <message>
        <source>&amp;Save as Markdown…</source>
        <translation>&amp;Guardar en Markdown…</translation>
    </message>
    <message>
        <source>Lost &amp; found</source>
        <translation>Objetos perdidos</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>The notes cannot be written to {path} ({reason}). Choose another place.</source>
        <translation>No se pueden escribir los apuntes en {path} ({reason}). Elige otro lugar.</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>&amp;Rename for me…</source>
        <translation>&amp;Renombrar para mí…</translation>
    </message>
    <message>
        <source>&amp;Optional</source>
        <translation>&amp;Opcional</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Oc&amp;ultar</translation>
    </message>
    <message>
        <source>&amp;As the author wrote it</source>
        <translation>&amp;Como lo escribió el autor</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Mover a</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>Recu&amp;perar</translation>
    </message>
    <message>
        <source>The &amp;whole course as the author wrote it</source>
        <translation>Todo el curso como lo escribió el &amp;autor</translation>
    </message>
    <message>
        <source>Rename for me</source>
        <translation>Renombrar para mí</translation>
    </message>
    <message>
        <source>What you call it. The author calls it “{title}”.</source>
        <translation>Cómo lo llamas tú. El autor lo llama «{title}».</translation>
    </message>
    <message>
        <source>restore the author&apos;s version</source>
        <translation>devolver a la versión del autor</translation>
    </message>
    <message>
        <source>rename “{title}”</source>
        <translation>renombrar «{title}»</translation>
    </message>
    <message>
        <source>kind of “{title}”</source>
        <translation>tipo de «{title}»</translation>
    </message>
    <message>
        <source>move “{title}”</source>
        <translation>mover «{title}»</translation>
    </message>
    <message>
        <source>bring “{title}” back</source>
        <translation>recuperar «{title}»</translation>
    </message>
    <message>
        <source>make “{title}” optional or not</source>
        <translation>hacer «{title}» opcional o no</translation>
    </message>
    <message>
        <source>hide “{title}”</source>
        <translation>ocultar «{title}»</translation>
    </message>
</context>
<context>
    <name>AttemptsDialog</name>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Quita&amp;r</translation>
    </message>
    <message>
        <source>Date of a new attempt</source>
        <translation>Fecha de un intento nuevo</translation>
    </message>
    <message>
        <source>Score of a new attempt</source>
        <translation>Nota de un intento nuevo</translation>
    </message>
    <message>
        <source>85 or 17/20</source>
        <translation>85 o 17/20</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>Pass mark in percent</source>
        <translation>Nota para aprobar, en porcentaje</translation>
    </message>
    <message>
        <source>Weight in the grade</source>
        <translation>Peso en la calificación</translation>
    </message>
    <message>
        <source>Twice the weight counts twice; 0 does not count</source>
        <translation>El doble de peso cuenta el doble; 0 no cuenta</translation>
    </message>
    <message>
        <source>The &amp;best attempt counts</source>
        <translation>Cuenta el &amp;mejor intento</translation>
    </message>
    <message>
        <source>The &amp;last attempt counts</source>
        <translation>Cuenta el último &amp;intento</translation>
    </message>
    <message>
        <source>The grade you want in percent</source>
        <translation>La calificación que quieres, en porcentaje</translation>
    </message>
    <message>
        <source>&amp;Pass mark</source>
        <translation>&amp;Nota para aprobar</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>&amp;Peso</translation>
    </message>
    <message>
        <source>The &amp;grade you want</source>
        <translation>La calificación que &amp;quieres</translation>
    </message>
    <message>
        <source>This assessment</source>
        <translation>Esta evaluación</translation>
    </message>
    <message>
        <source>The whole course</source>
        <translation>Todo el curso</translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation>Todavía no hay ningún intento</translation>
    </message>
</context>
<context>
    <name>Attending</name>
    <message>
        <source>Is “{title}” done?</source>
        <translation>¿Has terminado «{title}»?</translation>
    </message>
    <message>
        <source>Mark &amp;done</source>
        <translation>Marcar como &amp;hecha</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>No preguntar</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Copias de seguridad, de la más reciente a la más antigua</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Why it was made</source>
        <translation>Por qué se hizo</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Respecto a lo de ahora</translation>
    </message>
    <message>
        <source>Courses in the backup</source>
        <translation>Cursos de la copia</translation>
    </message>
    <message>
        <source>Course in the backup</source>
        <translation>Curso de la copia</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurar</translation>
    </message>
    <message>
        <source>All courses will be as they were then. The current state is backed up first, and Undo brings it back.</source>
        <translation>Todos los cursos quedarán como estaban entonces. Antes se hace una copia de lo que hay ahora, y Deshacer lo recupera.</translation>
    </message>
    <message>
        <source>a day of use</source>
        <translation>un día de uso</translation>
    </message>
    <message>
        <source>before a new version of CourseTracker</source>
        <translation>antes de una versión nueva de CourseTracker</translation>
    </message>
    <message>
        <source>before a course was updated</source>
        <translation>antes de actualizar un curso</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>antes de una importación</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>antes de restaurar una copia</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>antes de una reparación</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln actions</source>
        <translation>
            <numerusform>%Ln acción</numerusform>
            <numerusform>%Ln acciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more actions</source>
        <translation>
            <numerusform>%Ln acción más</numerusform>
            <numerusform>%Ln acciones más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer actions</source>
        <translation>
            <numerusform>%Ln acción menos</numerusform>
            <numerusform>%Ln acciones menos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %Ln actions in these courses:</source>
        <translation>
            <numerusform>Contiene %Ln acción de estos cursos:</numerusform>
            <numerusform>Contiene %Ln acciones de estos cursos:</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>same number of actions</source>
        <translation>el mismo número de acciones</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made on each day of use.</source>
        <translation>Todavía no hay ninguna copia. Se hace una cada día de uso.</translation>
    </message>
    <message>
        <source>Reading the backups…</source>
        <translation>Leyendo las copias…</translation>
    </message>
    <message>
        <source>This backup cannot be read: it is damaged, or from a newer CourseTracker.</source>
        <translation>Esta copia no se puede leer: está dañada o es de un CourseTracker más reciente.</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>left in an earlier version</source>
        <translation>desapareció en una versión anterior</translation>
    </message>
</context>
<context>
    <name>Changed</name>
    <message>
        <source>What changed: {title}</source>
        <translation>Qué ha cambiado: {title}</translation>
    </message>
</context>
<context>
    <name>ChangedBar</name>
    <message>
        <source>Show only lessons that changed since you finished them</source>
        <translation>Muestra solo las lecciones que han cambiado desde que las terminaste</translation>
    </message>
    <message>
        <source>All are still done</source>
        <translation>Todas siguen hechas</translation>
    </message>
    <message>
        <source>Count all of them as done with the text they have now</source>
        <translation>Las cuenta todas como hechas con el texto que tienen ahora</translation>
    </message>
    <message>
        <source>Only changed ({count})</source>
        <translation>Solo las cambiadas ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lessons changed since you finished them</source>
        <translation>
            <numerusform>%Ln lección ha cambiado desde que la terminaste</numerusform>
            <numerusform>%Ln lecciones han cambiado desde que las terminaste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedStrip</name>
    <message>
        <source>What changed</source>
        <translation>Qué ha cambiado</translation>
    </message>
    <message>
        <source>Still done</source>
        <translation>Sigue hecha</translation>
    </message>
    <message>
        <source>Changed since you finished it on {day}.</source>
        <translation>Ha cambiado desde que la terminaste el {day}.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Arrow keys go from figure to figure.</source>
        <translation>Las flechas van de cifra en cifra.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The structure of the file and its indexes</source>
        <translation>La estructura del archivo y sus índices</translation>
    </message>
    <message>
        <source>References to courses and lessons</source>
        <translation>Las referencias a cursos y lecciones</translation>
    </message>
    <message>
        <source>What is shown as done, and the record of what you did</source>
        <translation>Lo que aparece como hecho y el registro de lo que hiciste</translation>
    </message>
    <message>
        <source>Notes, and the record of what you noted</source>
        <translation>Los apuntes y el registro de lo que apuntaste</translation>
    </message>
    <message>
        <source>The words that are searched</source>
        <translation>Las palabras que se buscan</translation>
    </message>
</context>
<context>
    <name>CheckReportDialog</name>
    <message>
        <source>Check of the database</source>
        <translation>Comprobación de la base de datos</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>&amp;Restaurar una copia de seguridad…</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Qué se ha comprobado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se ha encontrado</translation>
    </message>
    <message>
        <source>The database is damaged, and what is damaged cannot be repaired. Restore the newest backup; the damaged file is kept beside it.</source>
        <translation>La base de datos está dañada y lo dañado no se puede reparar. Restaura la copia más reciente; el archivo dañado se conserva al lado.</translation>
    </message>
    <message>
        <source>Some faults could not be repaired. Restore an earlier backup, or report the problem (Help menu).</source>
        <translation>Algunos fallos no se han podido reparar. Restaura una copia anterior o informa del problema (menú Ayuda).</translation>
    </message>
    <message>
        <source>All faults found were repaired.</source>
        <translation>Se han reparado todos los fallos encontrados.</translation>
    </message>
    <message>
        <source>Everything is fine: no faults were found.</source>
        <translation>Todo está bien: no se ha encontrado ningún fallo.</translation>
    </message>
    <message>
        <source>A backup was made first, on {when}.</source>
        <translation>Antes se ha hecho una copia de seguridad: la del {when}.</translation>
    </message>
    <message>
        <source>no faults</source>
        <translation>sin fallos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln faults, {left} not repaired</source>
        <translation>
            <numerusform>%Ln fallo; sin reparar: {left}</numerusform>
            <numerusform>%Ln fallos; sin reparar: {left}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faults, repaired</source>
        <translation>
            <numerusform>%Ln fallo, reparado</numerusform>
            <numerusform>%Ln fallos, reparados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistDelegate</name>
    <message>
        <source>add score</source>
        <translation>poner nota</translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
    <message>
        <source>next, {due}</source>
        <translation>lo siguiente, {due}</translation>
    </message>
</context>
<context>
    <name>ChecklistView</name>
    <message>
        <source>Checklist of weeks and assessments</source>
        <translation>Lista de semanas y evaluaciones</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Lessons found by {evidence}.</source>
        <translation>Lecciones encontradas a partir de {evidence}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>This course is also available in other languages:</source>
        <translation>Este curso también está disponible en otros idiomas:</translation>
    </message>
    <message>
        <source>“{title}” is read as you chose: {lessons}.</source>
        <translation>«{title}» se lee como elegiste: {lessons}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>CodeCopier</name>
    <message>
        <source>Copied ✓</source>
        <translation>Copiado ✓</translation>
    </message>
    <message>
        <source>The code is copied</source>
        <translation>El código está copiado</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Copiar este código</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Command line</name>
    <message>
        <source>No font here can show these characters, left out: {characters}</source>
        <translation>Ninguna fuente disponible tiene estos caracteres, que se omiten: {characters}</translation>
    </message>
    <message>
        <source>a report as PDF</source>
        <translation>un informe en PDF</translation>
    </message>
    <message>
        <source>a table for spreadsheets</source>
        <translation>una tabla para hojas de cálculo</translation>
    </message>
    <message>
        <source>all of it, to be imported again</source>
        <translation>todo, para volver a importarlo</translation>
    </message>
    <message>
        <source>a list of tasks with scores and notes</source>
        <translation>una lista de tareas con notas y apuntes</translation>
    </message>
    <message>
        <source>due dates for calendars</source>
        <translation>las fechas límite para calendarios</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>uso: </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>argumentos</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opciones</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>muestra esta ayuda y termina</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s: error: %(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>argumento %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>faltan estos argumentos: %s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>hace falta uno de los argumentos %s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>no se admite junto con el argumento %s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>argumentos desconocidos: %s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>falta su valor</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>valor no válido: %(value)r (elige entre %(choices)s)</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>no admite ningún valor: %r</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>opción ambigua: %(option)s puede ser %(matches)s</translation>
    </message>
    <message>
        <source>where progress is kept</source>
        <translation>dónde se guarda el progreso</translation>
    </message>
    <message>
        <source>the language to speak</source>
        <translation>el idioma que se usa</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>muestra la versión del programa y termina</translation>
    </message>
    <message>
        <source>Follow a course written as Markdown.</source>
        <translation>Sigue un curso escrito en Markdown.</translation>
    </message>
    <message>
        <source>Commands: coursetracker outline FILE, coursetracker export --pdf OUT, coursetracker import FILE</source>
        <translation>Comandos: coursetracker outline ARCHIVO, coursetracker export --pdf SALIDA, coursetracker import ARCHIVO</translation>
    </message>
    <message>
        <source>a course written as Markdown</source>
        <translation>un curso escrito en Markdown</translation>
    </message>
    <message>
        <source>open another window, even if one is open on the same library</source>
        <translation>abre otra ventana aunque ya haya una con la misma biblioteca</translation>
    </message>
    <message>
        <source>Print what a course holds.</source>
        <translation>Muestra lo que contiene un curso.</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>en JSON</translation>
    </message>
    <message>
        <source>Write the progress of a course.</source>
        <translation>Escribe el progreso de un curso.</translation>
    </message>
    <message>
        <source>the whole library, as JSON</source>
        <translation>la biblioteca entera, en JSON</translation>
    </message>
    <message>
        <source>a course of the library by its title, or a file; else the course opened last</source>
        <translation>un curso de la biblioteca por su título, o un archivo; si no, el último curso abierto</translation>
    </message>
    <message>
        <source>with Lost &amp; found: what was done with lessons that have left the course</source>
        <translation>con los objetos perdidos: lo que se hizo con lecciones que ya no están en el curso</translation>
    </message>
    <message>
        <source>with your notes, as an appendix</source>
        <translation>con tus apuntes, como apéndice</translation>
    </message>
    <message>
        <source>Take in courses that were exported as JSON; what is here stays.</source>
        <translation>Incorpora cursos exportados en JSON; lo que ya está aquí se queda.</translation>
    </message>
    <message>
        <source>only say what it would do</source>
        <translation>solo dice lo que haría</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>Commands and shortcuts</source>
        <translation>Comandos y atajos</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Find a command by words</source>
        <translation>Busca un comando por palabras</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>No commands match.</source>
        <translation>Ningún comando coincide.</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} de {all}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open a course…</source>
        <translation>&amp;Abrir un curso…</translation>
    </message>
    <message>
        <source>Open a course written as Markdown</source>
        <translation>Abre un curso escrito en Markdown</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>Abrir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open a folder of Markdown files as one course</source>
        <translation>Abre una carpeta de archivos Markdown como un solo curso</translation>
    </message>
    <message>
        <source>Open the &amp;sample course</source>
        <translation>Abrir el curso de e&amp;jemplo</translation>
    </message>
    <message>
        <source>Open the course that comes with CourseTracker</source>
        <translation>Abre el curso que trae CourseTracker</translation>
    </message>
    <message>
        <source>&amp;Import progress…</source>
        <translation>&amp;Importar progreso…</translation>
    </message>
    <message>
        <source>Take in courses and progress that were exported as JSON</source>
        <translation>Incorpora cursos y progreso exportados en JSON</translation>
    </message>
    <message>
        <source>Progress report as &amp;PDF…</source>
        <translation>Informe de progreso en &amp;PDF…</translation>
    </message>
    <message>
        <source>Write a progress report of this course</source>
        <translation>Escribe un informe de progreso de este curso</translation>
    </message>
    <message>
        <source>Table as &amp;CSV…</source>
        <translation>Tabla en &amp;CSV…</translation>
    </message>
    <message>
        <source>Write a table for spreadsheets, with a row for each lesson</source>
        <translation>Escribe una tabla para hojas de cálculo, con una fila por lección</translation>
    </message>
    <message>
        <source>List of tasks as &amp;Markdown…</source>
        <translation>Lista de tareas en &amp;Markdown…</translation>
    </message>
    <message>
        <source>Write the outline as a list of tasks with scores and notes</source>
        <translation>Escribe el esquema como lista de tareas, con notas y apuntes</translation>
    </message>
    <message>
        <source>&amp;Due dates as calendar…</source>
        <translation>&amp;Fechas límite como calendario…</translation>
    </message>
    <message>
        <source>Write all due dates for your calendar</source>
        <translation>Escribe todas las fechas límite para tu calendario</translation>
    </message>
    <message>
        <source>This course as &amp;JSON…</source>
        <translation>Este curso en &amp;JSON…</translation>
    </message>
    <message>
        <source>Write all of this course, to be imported again anywhere</source>
        <translation>Escribe todo lo de este curso, para importarlo donde quieras</translation>
    </message>
    <message>
        <source>&amp;All courses as JSON…</source>
        <translation>&amp;Todos los cursos en JSON…</translation>
    </message>
    <message>
        <source>Write the whole library, to be imported again anywhere</source>
        <translation>Escribe la biblioteca entera, para importarla donde quieras</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>Res&amp;taurar una copia de seguridad…</translation>
    </message>
    <message>
        <source>Bring all courses back to how they were when a backup was made</source>
        <translation>Deja todos los cursos como estaban cuando se hizo una copia de seguridad</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>&amp;Vista previa de impresión…</translation>
    </message>
    <message>
        <source>See how the page will be printed</source>
        <translation>Muestra cómo se imprimirá la página</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Print the page that is shown</source>
        <translation>Imprime la página que se muestra</translation>
    </message>
    <message>
        <source>Print repor&amp;t…</source>
        <translation>Imprimir in&amp;forme…</translation>
    </message>
    <message>
        <source>See and print the progress report of this course</source>
        <translation>Muestra e imprime el informe de progreso de este curso</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>See what you did and when, and undo any of it</source>
        <translation>Muestra qué hiciste y cuándo, y permite deshacerlo</translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation>&amp;Copiar como Markdown</translation>
    </message>
    <message>
        <source>Copy what is selected as it is written in the course</source>
        <translation>Copia lo seleccionado tal como está escrito en el curso</translation>
    </message>
    <message>
        <source>&amp;Find on this page…</source>
        <translation>&amp;Buscar en esta página…</translation>
    </message>
    <message>
        <source>Find words on the page that is shown</source>
        <translation>Busca palabras en la página que se muestra</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Buscar &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Search everywhere…</source>
        <translation>Buscar en &amp;todo…</translation>
    </message>
    <message>
        <source>Find words in titles, pages and notes of all courses</source>
        <translation>Busca palabras en los títulos, las páginas y los apuntes de todos los cursos</translation>
    </message>
    <message>
        <source>&amp;Go to a lesson…</source>
        <translation>&amp;Ir a una lección…</translation>
    </message>
    <message>
        <source>Go to a lesson by some letters of its title</source>
        <translation>Va a una lección con unas letras de su título</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Prefere&amp;ncias…</translation>
    </message>
    <message>
        <source>Choose name, language, colours, days of rest and more</source>
        <translation>Permite elegir nombre, idioma, colores, días de descanso y más</translation>
    </message>
    <message>
        <source>Mark &amp;done or not done</source>
        <translation>Marcar como &amp;hecha o no hecha</translation>
    </message>
    <message>
        <source>Tick or untick what you are reading, or have chosen</source>
        <translation>Marca o desmarca lo que estás leyendo o lo que has elegido</translation>
    </message>
    <message>
        <source>N&amp;ot started</source>
        <translation>&amp;Sin empezar</translation>
    </message>
    <message>
        <source>Reset it to not started</source>
        <translation>La deja otra vez sin empezar</translation>
    </message>
    <message>
        <source>&amp;In progress</source>
        <translation>&amp;En curso</translation>
    </message>
    <message>
        <source>Say that you have begun with it</source>
        <translation>Indica que la has empezado</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecha</translation>
    </message>
    <message>
        <source>Say that you have finished it</source>
        <translation>Indica que la has terminado</translation>
    </message>
    <message>
        <source>&amp;Skipped</source>
        <translation>&amp;Omitida</translation>
    </message>
    <message>
        <source>Leave it out, so that it does not count</source>
        <translation>La deja fuera para que no cuente</translation>
    </message>
    <message>
        <source>Next s&amp;tate</source>
        <translation>Es&amp;tado siguiente</translation>
    </message>
    <message>
        <source>From not started to in progress, done, skipped, and round again</source>
        <translation>De «sin empezar» a «en curso», «hecha», «omitida» y vuelta a empezar</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>Lección &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous lesson</source>
        <translation>Lección &amp;anterior</translation>
    </message>
    <message>
        <source>Next &amp;unfinished lesson</source>
        <translation>Siguiente lección &amp;pendiente</translation>
    </message>
    <message>
        <source>&amp;Introduction</source>
        <translation>&amp;Introducción</translation>
    </message>
    <message>
        <source>Read how the course begins</source>
        <translation>Muestra cómo empieza el curso</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>Go to what you read before</source>
        <translation>Vuelve a lo que leíste antes</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>Go forward to where you were before Back</source>
        <translation>Vuelve a donde estabas antes de pulsar Atrás</translation>
    </message>
    <message>
        <source>Attempts and &amp;grade…</source>
        <translation>Intentos y cali&amp;ficación…</translation>
    </message>
    <message>
        <source>Scores, pass mark and weight of an assessment</source>
        <translation>Notas, nota para aprobar y peso de una evaluación</translation>
    </message>
    <message>
        <source>Du&amp;e date…</source>
        <translation>F&amp;echa límite…</translation>
    </message>
    <message>
        <source>Set a due date by hand</source>
        <translation>Fija a mano la fecha límite</translation>
    </message>
    <message>
        <source>Stud&amp;y plan…</source>
        <translation>Pla&amp;n de estudio…</translation>
    </message>
    <message>
        <source>Propose due dates from a start date and a pace</source>
        <translation>Propone fechas límite a partir de un comienzo y un ritmo</translation>
    </message>
    <message>
        <source>&amp;Start again from today</source>
        <translation>Replanificar desde ho&amp;y</translation>
    </message>
    <message>
        <source>Replan unfinished lessons from today; finished ones stay</source>
        <translation>Planifica lo pendiente desde hoy; lo hecho se queda como está</translation>
    </message>
    <message>
        <source>Pace and forecast…</source>
        <translation>&amp;Ritmo y previsión…</translation>
    </message>
    <message>
        <source>See how much you do in a week, and when you might finish</source>
        <translation>Muestra cuánto haces en una semana y cuándo podrías terminar</translation>
    </message>
    <message>
        <source>Rename for &amp;me…</source>
        <translation>Renom&amp;brar para mí…</translation>
    </message>
    <message>
        <source>Give what you are reading a title of your own</source>
        <translation>Permite dar otro título a lo que estás leyendo</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>Oc&amp;ultar</translation>
    </message>
    <message>
        <source>Leave what you are reading out of the course</source>
        <translation>Deja fuera del curso lo que estás leyendo</translation>
    </message>
    <message>
        <source>Mark in progress &amp;what I read</source>
        <translation>Poner en curso lo &amp;que leo</translation>
    </message>
    <message>
        <source>A lesson that stays open for a while is in progress</source>
        <translation>Una lección que queda abierta un rato está en curso</translation>
    </message>
    <message>
        <source>Offer t&amp;o mark done at Next</source>
        <translation>&amp;Ofrecer marcarla como hecha al pasar a la siguiente</translation>
    </message>
    <message>
        <source>Ask at Next whether the lesson before is done</source>
        <translation>Pregunta al pasar a la siguiente si la anterior está hecha</translation>
    </message>
    <message>
        <source>&amp;Load pictures of this course</source>
        <translation>Car&amp;gar imágenes de este curso</translation>
    </message>
    <message>
        <source>Fetch the pictures that this course takes from the web</source>
        <translation>Descarga las imágenes que este curso toma de la web</translation>
    </message>
    <message>
        <source>Check for &amp;changes</source>
        <translation>Buscar &amp;cambios</translation>
    </message>
    <message>
        <source>Check whether the course file has changed</source>
        <translation>Comprueba si el archivo del curso ha cambiado</translation>
    </message>
    <message>
        <source>&amp;Review changes…</source>
        <translation>Re&amp;visar los cambios…</translation>
    </message>
    <message>
        <source>See what has changed in the course before it is applied</source>
        <translation>Muestra qué ha cambiado en el curso antes de aplicarlo</translation>
    </message>
    <message>
        <source>Undo &amp;the last update</source>
        <translation>Deshacer la ú&amp;ltima actualización</translation>
    </message>
    <message>
        <source>Bring the course back to how it was before its last update</source>
        <translation>Deja el curso como estaba antes de su última actualización</translation>
    </message>
    <message>
        <source>How lessons are found…</source>
        <translation>Cómo se encuentran las lecciones…</translation>
    </message>
    <message>
        <source>Choose what in the course is a lesson</source>
        <translation>Permite elegir qué es una lección en el curso</translation>
    </message>
    <message>
        <source>&amp;Note on this lesson</source>
        <translation>A&amp;puntes de esta lección</translation>
    </message>
    <message>
        <source>Open your note on what you are reading; in the note, close it</source>
        <translation>Abre tus apuntes de lo que estás leyendo; desde los apuntes, los cierra</translation>
    </message>
    <message>
        <source>&amp;All notes of this course…</source>
        <translation>&amp;Todos los apuntes de este curso…</translation>
    </message>
    <message>
        <source>Read all your notes on this course in one document</source>
        <translation>Muestra todos tus apuntes de este curso en un solo documento</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>Show only the note&apos;s text</source>
        <translation>Muestra solo el texto de los apuntes</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Dividir</translation>
    </message>
    <message>
        <source>Show the note&apos;s text and its preview</source>
        <translation>Muestra el texto de los apuntes y su vista previa</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>Show the note as a page</source>
        <translation>Muestra los apuntes como una página</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Negrita</translation>
    </message>
    <message>
        <source>Make what is selected in the note bold</source>
        <translation>Pone en negrita lo seleccionado en los apuntes</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Cursiva</translation>
    </message>
    <message>
        <source>Make what is selected in the note italic</source>
        <translation>Pone en cursiva lo seleccionado en los apuntes</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translation>Enl&amp;ace</translation>
    </message>
    <message>
        <source>Make a link of what is selected in the note</source>
        <translation>Convierte en enlace lo seleccionado en los apuntes</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Lista</translation>
    </message>
    <message>
        <source>Make the lines of the note a list</source>
        <translation>Convierte las líneas de los apuntes en una lista</translation>
    </message>
    <message>
        <source>N&amp;umbered list</source>
        <translation>Lista n&amp;umerada</translation>
    </message>
    <message>
        <source>Make the lines of the note a numbered list</source>
        <translation>Convierte las líneas de los apuntes en una lista numerada</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>Ta&amp;rea</translation>
    </message>
    <message>
        <source>Make the lines of the note tasks, or tick them</source>
        <translation>Convierte las líneas de los apuntes en tareas, o las marca</translation>
    </message>
    <message>
        <source>&amp;My courses</source>
        <translation>&amp;Mis cursos</translation>
    </message>
    <message>
        <source>See all your courses, and how far you are in each</source>
        <translation>Muestra todos tus cursos y cuánto llevas de cada uno</translation>
    </message>
    <message>
        <source>&amp;Filter the outline</source>
        <translation>&amp;Filtrar el esquema</translation>
    </message>
    <message>
        <source>Show only lessons with some words in their titles</source>
        <translation>Muestra solo las lecciones con ciertas palabras en el título</translation>
    </message>
    <message>
        <source>Go to the &amp;outline</source>
        <translation>Ir al &amp;esquema</translation>
    </message>
    <message>
        <source>Go to the &amp;page</source>
        <translation>Ir a la &amp;página</translation>
    </message>
    <message>
        <source>Go to the &amp;checklist</source>
        <translation>Ir a la &amp;lista</translation>
    </message>
    <message>
        <source>Go to the m&amp;essage</source>
        <translation>Ir al mensa&amp;je</translation>
    </message>
    <message>
        <source>Go to what is told over the page</source>
        <translation>Va a lo que se dice encima de la página</translation>
    </message>
    <message>
        <source>Te&amp;xt cursor on the page</source>
        <translation>Cursor de te&amp;xto en la página</translation>
    </message>
    <message>
        <source>Read and select on the page with the arrow keys</source>
        <translation>Permite leer y seleccionar en la página con las flechas</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ampl&amp;iar</translation>
    </message>
    <message>
        <source>Show the page larger</source>
        <translation>Muestra la página más grande</translation>
    </message>
    <message>
        <source>Zoom ou&amp;t</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>Show the page smaller</source>
        <translation>Muestra la página más pequeña</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Tamaño normal</translation>
    </message>
    <message>
        <source>Show the page in its usual size</source>
        <translation>Muestra la página en su tamaño normal</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Colores &amp;claros</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Colores &amp;oscuros</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Guía de uso</translation>
    </message>
    <message>
        <source>Read how to use CourseTracker</source>
        <translation>Explica cómo se usa CourseTracker</translation>
    </message>
    <message>
        <source>Co&amp;mmands and shortcuts…</source>
        <translation>Co&amp;mandos y atajos…</translation>
    </message>
    <message>
        <source>See all commands and their keys, and run one</source>
        <translation>Muestra todos los comandos con sus teclas y permite ejecutarlos</translation>
    </message>
    <message>
        <source>&amp;Check the database</source>
        <translation>&amp;Comprobar la base de datos</translation>
    </message>
    <message>
        <source>Check all stored data and repair any faults</source>
        <translation>Comprueba si todo lo guardado está en buen estado y repara lo que no lo esté</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>Save what helps to find a fault; nothing of yours is in it</source>
        <translation>Guarda lo que ayuda a encontrar un fallo; no contiene nada tuyo</translation>
    </message>
    <message>
        <source>&amp;About CourseTracker</source>
        <translation>&amp;Acerca de CourseTracker</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Progress of the course</source>
        <translation>Progreso del curso</translation>
    </message>
    <message>
        <source>{count} lessons done · {percent}</source>
        <translation>{count} lecciones hechas · {percent}</translation>
    </message>
    <message>
        <source>No lesson counts</source>
        <translation>Ninguna lección cuenta</translation>
    </message>
    <message>
        <source>{count} lessons done · {percent} ({current} done and current)</source>
        <translation>{count} lecciones hechas · {percent} ({current} hecho y al día)</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Previous month</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mes siguiente</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>the same text</source>
        <translation>el mismo texto</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Sin texto</translation>
    </message>
    <message>
        <source>Not in the old version</source>
        <translation>No está en la versión anterior</translation>
    </message>
    <message>
        <source>Not in the new version</source>
        <translation>No está en la versión nueva</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words removed</source>
        <translation>
            <numerusform>%Ln palabra eliminada</numerusform>
            <numerusform>%Ln palabras eliminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words added</source>
        <translation>
            <numerusform>%Ln palabra añadida</numerusform>
            <numerusform>%Ln palabras añadidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>Due date</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Due date of {title}</source>
        <translation>Fecha límite de {title}</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Fijar</translation>
    </message>
    <message>
        <source>&amp;By the plan</source>
        <translation>&amp;Según el plan</translation>
    </message>
    <message>
        <source>Remove the date that was set by hand</source>
        <translation>Quita la fecha puesta a mano</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Overdue and next</source>
        <translation>Lo atrasado y lo siguiente</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Atrasadas: {count}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lo siguiente</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export progress as PDF</source>
        <translation>Exportar el progreso en PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export progress as CSV</source>
        <translation>Exportar el progreso en CSV</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export progress as Markdown</source>
        <translation>Exportar el progreso en Markdown</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendarios (*.ics)</translation>
    </message>
    <message>
        <source>Export due dates for calendars</source>
        <translation>Exportar las fechas límite para calendarios</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export progress as JSON</source>
        <translation>Exportar el progreso en JSON</translation>
    </message>
    <message>
        <source>All my courses</source>
        <translation>Todos mis cursos</translation>
    </message>
    <message>
        <source>Export all courses as JSON</source>
        <translation>Exportar todos los cursos en JSON</translation>
    </message>
    <message>
        <source>{name} already exists. Replace it?</source>
        <translation>{name} ya existe. ¿Quieres reemplazarlo?</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>¿Reemplazar el archivo?</translation>
    </message>
    <message>
        <source>Lost &amp; found: lessons that have no place any more</source>
        <translation>Objetos perdidos: lecciones que ya no tienen lugar</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Tus apuntes</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Your name, as the report shows it (may be left empty):</source>
        <translation>Tu nombre, tal como saldrá en el informe (puede quedar vacío):</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Escribiendo el informe…</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
    <message>
        <source>Your progress is in {path}.</source>
        <translation>Tu progreso se ha guardado en {path}.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>El informe se ha guardado en {path}.</translation>
    </message>
    <message>
        <source>No font here can show these characters, left out: {characters}</source>
        <translation>Ninguna fuente disponible tiene estos caracteres, que se omiten: {characters}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Ha fallado algo que no debía fallar.</translation>
    </message>
    <message>
        <source>Your progress is safe and you can go on. Copy the details to report it.</source>
        <translation>Tu progreso está a salvo y puedes seguir. Copia los detalles para informar del fallo.</translation>
    </message>
    <message>
        <source>CourseTracker stopped unexpectedly the last time it ran.</source>
        <translation>CourseTracker se cerró de forma inesperada la última vez.</translation>
    </message>
    <message>
        <source>Everything that was shown as done is kept. Copy the details to report it.</source>
        <translation>Todo lo que viste como hecho se conserva. Copia los detalles para informar del fallo.</translation>
    </message>
    <message>
        <source>CourseTracker</source>
        <translation>CourseTracker</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>Kept</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movida</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renombrada</translation>
    </message>
    <message>
        <source>Changed inside</source>
        <translation>Modificada</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Desaparecida</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>De vuelta</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Chart: {title}</source>
        <translation>Gráfico: {title}</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Filter lessons</source>
        <translation>Filtrar lecciones</translation>
    </message>
    <message>
        <source>Filter lessons by words in their titles</source>
        <translation>Filtra las lecciones por palabras de su título</translation>
    </message>
    <message>
        <source>Which lessons the outline shows</source>
        <translation>Qué lecciones muestra el esquema</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All lessons</source>
        <translation>Todas las lecciones</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>Para esta semana</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasadas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiadas</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Con apuntes</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcionales</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Resultado anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Resultado siguiente (F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
</context>
<context>
    <name>Furnishing</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>&amp;Curso</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>A&amp;puntes</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Mark &amp;as</source>
        <translation>Marcar co&amp;mo</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Contenido de la guía</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Página de la guía</translation>
    </message>
</context>
<context>
    <name>HabitsDialog</name>
    <message>
        <source>Days and rest</source>
        <translation>Días y descanso</translation>
    </message>
</context>
<context>
    <name>HabitsForm</name>
    <message>
        <source>Planned days of rest</source>
        <translation>Días de descanso previstos</translation>
    </message>
    <message>
        <source>First day of rest</source>
        <translation>Primer día de descanso</translation>
    </message>
    <message>
        <source>Last day of rest</source>
        <translation>Último día de descanso</translation>
    </message>
    <message>
        <source>&amp;My day begins at</source>
        <translation>&amp;Mi día empieza a las</translation>
    </message>
    <message>
        <source>What you finish before that counts for the day before.</source>
        <translation>Lo que terminas antes cuenta para el día anterior.</translation>
    </message>
    <message>
        <source>Weekdays for rest</source>
        <translation>Días de la semana para descansar</translation>
    </message>
    <message>
        <source>&amp;Other days for rest</source>
        <translation>&amp;Otros días para descansar</translation>
    </message>
    <message>
        <source>Days of rest do not break a streak, not even those in the past.</source>
        <translation>Los días de descanso no rompen la racha, ni siquiera los ya pasados.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>D&amp;esde</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>&amp;hasta</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>in your note: {text}</source>
        <translation>en tus apuntes: {text}</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import progress</source>
        <translation>Importar progreso</translation>
    </message>
    <message>
        <source>Exported progress (*.json)</source>
        <translation>Progreso exportado (*.json)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message>
        <source>Import what is in this file?</source>
        <translation>¿Importar lo que hay en este archivo?</translation>
    </message>
    <message>
        <source>A backup is made first, and the import can be undone.</source>
        <translation>Antes se hace una copia de seguridad, y la importación se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>My courses</source>
        <translation>Mis cursos</translation>
    </message>
    <message>
        <source>import of progress</source>
        <translation>importación de progreso</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Go to the next lesson</source>
        <translation>Ir a la lección siguiente</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Lección siguiente</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Apuntes</translation>
    </message>
    <message>
        <source>Open your note on this lesson (Ctrl+N)</source>
        <translation>Abre tus apuntes de esta lección (Ctrl+N)</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: hecha</translation>
    </message>
    <message>
        <source>Note: there is one</source>
        <translation>Apuntes: hay</translation>
    </message>
    <message>
        <source>Note: none yet</source>
        <translation>Apuntes: aún no hay</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
</context>
<context>
    <name>LostPanel</name>
    <message>
        <source>Drag onto a lesson to give it what waits here. Enter gives it to the open lesson.</source>
        <translation>Arrástralo a una lección para darle lo que espera aquí. Intro se lo da a la lección abierta.</translation>
    </message>
    <message>
        <source>Lost &amp; found</source>
        <translation>Objetos perdidos</translation>
    </message>
    <message>
        <source>Attach to this lesson</source>
        <translation>Asignar a esta lección</translation>
    </message>
    <message>
        <source>Give what is chosen here to the lesson that is open</source>
        <translation>Da lo elegido aquí a la lección que está abierta</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Take it off this list; Undo brings it back</source>
        <translation>Lo quita de esta lista; Deshacer lo recupera</translation>
    </message>
    <message>
        <source>Lost &amp; found ({count})</source>
        <translation>Objetos perdidos ({count})</translation>
    </message>
    <message>
        <source>done on {day}</source>
        <translation>hecha el {day}</translation>
    </message>
    <message>
        <source>with a note: “{begins}”</source>
        <translation>con apuntes: «{begins}»</translation>
    </message>
    <message>
        <source>has lessons under it now</source>
        <translation>ahora contiene lecciones</translation>
    </message>
    <message>
        <source>was in “{title}”</source>
        <translation>estaba en «{title}»</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No lessons were found in this file. You can read it here all the same.</source>
        <translation>No se han encontrado lecciones en este archivo. De todos modos puedes leerlo aquí.</translation>
    </message>
    <message>
        <source>My courses</source>
        <translation>Mis cursos</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>This is the sample course. Tick a lesson with the space bar, or open a course of your own.</source>
        <translation>Este es el curso de ejemplo. Marca una lección con la barra espaciadora, o abre un curso tuyo.</translation>
    </message>
    <message>
        <source>Open a course…</source>
        <translation>Abrir un curso…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{name} is another file beside this course.</source>
        <translation>{name} es otro archivo que está junto a este curso.</translation>
    </message>
    <message>
        <source>Open it as a course</source>
        <translation>Abrirlo como curso</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurar una copia de seguridad…</translation>
    </message>
    <message>
        <source>Choose the lesson in the outline that it belongs to.</source>
        <translation>Elige en el esquema la lección a la que pertenece.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>mark “{title}” not done</source>
        <translation>marcar «{title}» como no hecha</translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln lessons not done</source>
        <translation>
            <numerusform>marcar %Ln lección como no hecha</numerusform>
            <numerusform>marcar %Ln lecciones como no hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln lessons in progress</source>
        <translation>
            <numerusform>poner en curso %Ln lección</numerusform>
            <numerusform>poner en curso %Ln lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln lessons done</source>
        <translation>
            <numerusform>marcar %Ln lección como hecha</numerusform>
            <numerusform>marcar %Ln lecciones como hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skip %Ln lessons</source>
        <translation>
            <numerusform>omitir %Ln lección</numerusform>
            <numerusform>omitir %Ln lecciones</numerusform>
        </translation>
    </message>
    <message>
        <source>mark “{title}” in progress</source>
        <translation>poner en curso «{title}»</translation>
    </message>
    <message>
        <source>mark “{title}” done</source>
        <translation>marcar «{title}» como hecha</translation>
    </message>
    <message>
        <source>skip “{title}”</source>
        <translation>omitir «{title}»</translation>
    </message>
</context>
<context>
    <name>Milestones</name>
    <message>
        <source>No assessment has a score yet.</source>
        <translation>Ninguna evaluación tiene nota todavía.</translation>
    </message>
    <message>
        <source>Grade so far: {score} ({taken} of {all} assessments)</source>
        <translation>Calificación hasta ahora: {score} ({taken} de {all} evaluaciones)</translation>
    </message>
    <message>
        <source>Grade: {score}</source>
        <translation>Calificación: {score}</translation>
    </message>
    <message>
        <source>✓ Passed: {target} is reached.</source>
        <translation>✓ Aprobado: has llegado al {target}.</translation>
    </message>
    <message>
        <source>✓ Already passed: {target} is sure, whatever comes.</source>
        <translation>✓ Ya está aprobado: el {target} es seguro, pase lo que pase.</translation>
    </message>
    <message>
        <source>✗ Not passed: {target} is needed.</source>
        <translation>✗ No aprobado: hace falta un {target}.</translation>
    </message>
    <message>
        <source>✗ {target} is no longer possible; {best} at best.</source>
        <translation>✗ El {target} ya no es posible; como mucho, un {best}.</translation>
    </message>
    <message>
        <source>For {target} you need at least {score} in each open assessment.</source>
        <translation>Para un {target} necesitas al menos un {score} en cada evaluación pendiente.</translation>
    </message>
    <message>
        <source>For {target} you need at least {score} in the open assessment.</source>
        <translation>Para un {target} necesitas al menos un {score} en la evaluación pendiente.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Write a note in Markdown. It is saved by itself.</source>
        <translation>Escribe tus apuntes en Markdown. Se guardan solos.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Apuntes</translation>
    </message>
    <message>
        <source>Markdown. Tab indents; Escape goes back to the page, Ctrl+Tab to what is next.</source>
        <translation>Markdown. El tabulador sangra; Esc vuelve a la página y Ctrl+Tab va a lo siguiente.</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Note</source>
        <translation>Apuntes</translation>
    </message>
    <message>
        <source>Close the note</source>
        <translation>Cerrar los apuntes</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
</context>
<context>
    <name>NotePreview</name>
    <message>
        <source>Preview of the note</source>
        <translation>Vista previa de los apuntes</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>All notes of this course</source>
        <translation>Todos los apuntes de este curso</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No lessons match this filter.</source>
        <translation>Ninguna lección cumple este filtro.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Cerrar este mensaje (Esc)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Choose the lesson that the note is for.</source>
        <translation>Elige la lección a la que corresponden los apuntes.</translation>
    </message>
    <message>
        <source>There are no notes in this course yet.</source>
        <translation>Aún no hay apuntes en este curso.</translation>
    </message>
    <message>
        <source>The note is not saved</source>
        <translation>Los apuntes no están guardados</translation>
    </message>
    <message>
        <source>Your last changes could not be saved. Press Cancel to copy them or free some space; if you press Close, they are lost.</source>
        <translation>Tus últimos cambios no se han podido guardar. Pulsa Cancelar para copiarlos o liberar espacio; si pulsas Cerrar, se perderán.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open a course</source>
        <translation>Abrir un curso</translation>
    </message>
    <message>
        <source>Open a folder as one course</source>
        <translation>Abrir una carpeta como un curso</translation>
    </message>
    <message>
        <source>Courses in Markdown (*.md *.markdown *.mdown *.txt);;All files (*)</source>
        <translation>Cursos en Markdown (*.md *.markdown *.mdown *.txt);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>level {level}, {number} of {all}</source>
        <translation>nivel {level}, {number} de {all}</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline of the course</source>
        <translation>Esquema del curso</translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message>
        <source>{done} of {lessons} done</source>
        <translation>Hechas: {done} de {lessons}</translation>
    </message>
    <message>
        <source>{done} of {hours}</source>
        <translation>{done} de {hours}</translation>
    </message>
    <message>
        <source>A forecast needs a week in which you finish lessons.</source>
        <translation>Una previsión necesita una semana en la que termines lecciones.</translation>
    </message>
    <message>
        <source>There is no forecast, as you have finished nothing in the last four weeks. Your last lesson was on {day}.</source>
        <translation>No hay previsión porque no has terminado nada en las últimas cuatro semanas. Tu última lección fue el {day}.</translation>
    </message>
    <message>
        <source>All lessons are done.</source>
        <translation>Todas las lecciones están hechas.</translation>
    </message>
    <message>
        <source>You finished all lessons on {day}.</source>
        <translation>Terminaste todas las lecciones el {day}.</translation>
    </message>
    <message>
        <source>It is too early for a forecast: finish lessons on one more day.</source>
        <translation>Es pronto para una previsión: termina lecciones un día más.</translation>
    </message>
    <message>
        <source>It is too early for a forecast: there will be one from {day} on.</source>
        <translation>Es pronto para una previsión: la habrá a partir del {day}.</translation>
    </message>
    <message>
        <source>If you go on as in the last four weeks, this takes more than five years.</source>
        <translation>Si sigues como en las últimas cuatro semanas, tardarás más de cinco años.</translation>
    </message>
    <message>
        <source>If you go on as in the last four weeks, you finish on {first} at the earliest; the latest day cannot be told.</source>
        <translation>Si sigues como en las últimas cuatro semanas, terminarás como pronto el {first}; no se puede decir hasta cuándo.</translation>
    </message>
    <message>
        <source>If you go on as in the last four weeks, you finish on {first}.</source>
        <translation>Si sigues como en las últimas cuatro semanas, terminarás el {first}.</translation>
    </message>
    <message>
        <source>If you go on as in the last four weeks, you finish between {first} and {last}.</source>
        <translation>Si sigues como en las últimas cuatro semanas, terminarás entre el {first} y el {last}.</translation>
    </message>
    <message>
        <source>A streak begins with the first lesson you finish.</source>
        <translation>Una racha empieza con la primera lección que terminas.</translation>
    </message>
    <message>
        <source>No streak now: the next lesson you finish begins one. Longest so far: {days}.</source>
        <translation>Ahora no hay racha: la próxima lección que termines empieza una. La más larga hasta ahora: {days}.</translation>
    </message>
    <message>
        <source>Streak: {days} in a row (longest: {longest}).</source>
        <translation>Racha actual: {days}. La más larga: {longest}.</translation>
    </message>
    <message>
        <source>Today is a planned day of rest.</source>
        <translation>Hoy es un día de descanso previsto.</translation>
    </message>
    <message>
        <source>Today you have not finished a lesson yet.</source>
        <translation>Hoy todavía no has terminado ninguna lección.</translation>
    </message>
</context>
<context>
    <name>PaceDialog</name>
    <message>
        <source>What the charts count</source>
        <translation>Qué cuentan los gráficos</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Done over time</source>
        <translation>Avance en el tiempo</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Por semana</translation>
    </message>
    <message>
        <source>By weekday</source>
        <translation>Por día de la semana</translation>
    </message>
    <message>
        <source>Days from your last four weeks are sampled a thousand times to simulate the weeks to come. In eight out of ten cases you finish between these two days.</source>
        <translation>Se sortean mil veces días de tus últimas cuatro semanas para simular las que vienen. En ocho de cada diez casos terminas entre estos dos días.</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Show the figures of the charts in rows, to be read and copied</source>
        <translation>Muestra las cifras de los gráficos en filas, para leerlas y copiarlas</translation>
    </message>
    <message>
        <source>&amp;Days and rest…</source>
        <translation>&amp;Días y descanso…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Pace and forecast – {title}</source>
        <translation>Ritmo y previsión – {title}</translation>
    </message>
    <message>
        <source>Pace and forecast</source>
        <translation>Ritmo y previsión</translation>
    </message>
    <message>
        <source>Open a course to see how you are getting on with it.</source>
        <translation>Abre un curso para ver cómo avanzas.</translation>
    </message>
    <message>
        <source>This course has no lessons that count.</source>
        <translation>Este curso no tiene lecciones que cuenten.</translation>
    </message>
    <message>
        <source>All lessons are done, but it is not known when.</source>
        <translation>Todas las lecciones están hechas, pero no se sabe cuándo.</translation>
    </message>
    <message>
        <source>Tick a lesson when you have finished it. From then on you see here how much you do in a week, and after a week, when you might finish.</source>
        <translation>Marca una lección cuando la termines. Desde entonces verás aquí cuánto haces en una semana y, pasada una semana, cuándo podrías terminar.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Done by then</source>
        <translation>Hecho hasta entonces</translation>
    </message>
    <message>
        <source>Week from {day}, so far</source>
        <translation>Semana del {day}, hasta ahora</translation>
    </message>
    <message>
        <source>Week from {day}</source>
        <translation>Semana del {day}</translation>
    </message>
    <message>
        <source>All: {amount}</source>
        <translation>Todo: {amount}</translation>
    </message>
    <message>
        <source>{day}, at the earliest</source>
        <translation>{day}, como pronto</translation>
    </message>
    <message>
        <source>{day}, at the latest</source>
        <translation>{day}, como tarde</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Importante</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Precaución</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>A diagram, shown as its source</source>
        <translation>Un diagrama, mostrado como su código fuente</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Volver al texto</translation>
    </message>
    <message>
        <source>This is a part of a very long page.</source>
        <translation>Esto es una parte de una página muy larga.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page of the lesson</source>
        <translation>Página de la lección</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Pair with…</source>
        <translation>Emparejar con…</translation>
    </message>
    <message>
        <source>Type to find a title</source>
        <translation>Escribe para buscar un título</translation>
    </message>
    <message>
        <source>Words to find a title by</source>
        <translation>Palabras para buscar un título</translation>
    </message>
    <message>
        <source>What has no partner yet</source>
        <translation>Lo que aún no tiene pareja</translation>
    </message>
    <message>
        <source>&amp;Pair</source>
        <translation>&amp;Emparejar</translation>
    </message>
    <message>
        <source>Which of these is “{title}”?</source>
        <translation>¿Cuál de estas es «{title}»?</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>Find in the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>Find in the history by words</source>
        <translation>Busca en el historial por palabras</translation>
    </message>
    <message>
        <source>What was done, newest first</source>
        <translation>Lo que se hizo, de lo más reciente a lo más antiguo</translation>
    </message>
    <message>
        <source>&amp;Go to the lesson</source>
        <translation>&amp;Ir a la lección</translation>
    </message>
    <message>
        <source>History: {title}</source>
        <translation>Historial: {title}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Sin resultados.</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Todavía no se ha hecho nada.</translation>
    </message>
    <message>
        <source>reverse: {what}</source>
        <translation>revertir: {what}</translation>
    </message>
    <message>
        <source>redo: {what}</source>
        <translation>rehacer: {what}</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>{day}, {time} (UTC{zone})</source>
        <translation>{day}, {time} (UTC{zone})</translation>
    </message>
    <message>
        <source>undone on {day}</source>
        <translation>deshecho el {day}</translation>
    </message>
    <message>
        <source>Changed “{title}”</source>
        <translation>«{title}» modificada</translation>
    </message>
    <message>
        <source>“{title}” came marked in the course&apos;s file</source>
        <translation>«{title}» venía marcada en el archivo del curso</translation>
    </message>
    <message>
        <source>Attached what was lost to “{title}”</source>
        <translation>Lo perdido, asignado a «{title}»</translation>
    </message>
    <message>
        <source>Began to read “{title}”</source>
        <translation>«{title}» empezada</translation>
    </message>
    <message>
        <source>Marked “{title}” not done</source>
        <translation>«{title}» marcada como no hecha</translation>
    </message>
    <message>
        <source>Marked “{title}” in progress</source>
        <translation>«{title}» puesta en curso</translation>
    </message>
    <message>
        <source>Marked “{title}” done</source>
        <translation>«{title}» marcada como hecha</translation>
    </message>
    <message>
        <source>Skipped “{title}”</source>
        <translation>«{title}» omitida</translation>
    </message>
    <message>
        <source>Restored “{title}” to the author&apos;s version</source>
        <translation>«{title}» devuelta a la versión del autor</translation>
    </message>
    <message>
        <source>Confirmed that “{title}” is still done</source>
        <translation>Confirmado: «{title}» sigue hecha</translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln lessons</source>
        <translation>
            <numerusform>%Ln lección modificada</numerusform>
            <numerusform>%Ln lecciones modificadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lessons came marked in the course&apos;s file</source>
        <translation>
            <numerusform>%Ln lección venía marcada en el archivo del curso</numerusform>
            <numerusform>%Ln lecciones venían marcadas en el archivo del curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attached what was lost to %Ln lessons</source>
        <translation>
            <numerusform>Lo perdido, asignado a %Ln lección</numerusform>
            <numerusform>Lo perdido, asignado a %Ln lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Began to read %Ln lessons</source>
        <translation>
            <numerusform>%Ln lección empezada</numerusform>
            <numerusform>%Ln lecciones empezadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons not done</source>
        <translation>
            <numerusform>%Ln lección marcada como no hecha</numerusform>
            <numerusform>%Ln lecciones marcadas como no hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons in progress</source>
        <translation>
            <numerusform>%Ln lección puesta en curso</numerusform>
            <numerusform>%Ln lecciones puestas en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons done</source>
        <translation>
            <numerusform>%Ln lección marcada como hecha</numerusform>
            <numerusform>%Ln lecciones marcadas como hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %Ln lessons</source>
        <translation>
            <numerusform>%Ln lección omitida</numerusform>
            <numerusform>%Ln lecciones omitidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln lessons to the author&apos;s version</source>
        <translation>
            <numerusform>%Ln lección devuelta a la versión del autor</numerusform>
            <numerusform>%Ln lecciones devueltas a la versión del autor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed that %Ln lessons are still done</source>
        <translation>
            <numerusform>Confirmado: %Ln lección sigue hecha</numerusform>
            <numerusform>Confirmado: %Ln lecciones siguen hechas</numerusform>
        </translation>
    </message>
    <message>
        <source>Scored {score} in “{title}”</source>
        <translation>Nota {score} en «{title}»</translation>
    </message>
    <message>
        <source>Cleared the score of “{title}”</source>
        <translation>Borrada la nota de «{title}»</translation>
    </message>
    <message>
        <source>Removed an attempt at “{title}”</source>
        <translation>Quitado un intento de «{title}»</translation>
    </message>
    <message>
        <source>Set the pass mark of “{title}” to {score}</source>
        <translation>Nota para aprobar «{title}»: {score}</translation>
    </message>
    <message>
        <source>Set the due date of “{title}” to {due}</source>
        <translation>Fecha límite de «{title}»: {due}</translation>
    </message>
    <message numerus="yes">
        <source>Set a due date for %Ln lessons</source>
        <translation>
            <numerusform>Fecha límite puesta a %Ln lección</numerusform>
            <numerusform>Fecha límite puesta a %Ln lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the due dates of %Ln lessons</source>
        <translation>
            <numerusform>Quitada la fecha límite de %Ln lección</numerusform>
            <numerusform>Quitada la fecha límite de %Ln lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln lessons optional</source>
        <translation>
            <numerusform>%Ln lección hecha opcional</numerusform>
            <numerusform>%Ln lecciones hechas opcionales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln lessons no longer optional</source>
        <translation>
            <numerusform>%Ln lección deja de ser opcional</numerusform>
            <numerusform>%Ln lecciones dejan de ser opcionales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hid %Ln lessons</source>
        <translation>
            <numerusform>%Ln lección oculta</numerusform>
            <numerusform>%Ln lecciones ocultas</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the due date of “{title}”</source>
        <translation>Quitada la fecha límite de «{title}»</translation>
    </message>
    <message>
        <source>Made “{title}” optional</source>
        <translation>«{title}» hecha opcional</translation>
    </message>
    <message>
        <source>Made “{title}” no longer optional</source>
        <translation>«{title}» deja de ser opcional</translation>
    </message>
    <message>
        <source>Renamed “{title}” to “{own}”</source>
        <translation>«{title}» renombrada como «{own}»</translation>
    </message>
    <message>
        <source>Changed the kind of “{title}”</source>
        <translation>Cambiado el tipo de «{title}»</translation>
    </message>
    <message>
        <source>Moved “{title}” to another week</source>
        <translation>«{title}» movida a otra semana</translation>
    </message>
    <message>
        <source>Hid “{title}”</source>
        <translation>«{title}» oculta</translation>
    </message>
    <message>
        <source>Brought “{title}” back</source>
        <translation>«{title}» recuperada</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Study plan</source>
        <translation>Plan de estudio</translation>
    </message>
    <message>
        <source>The &amp;weeks of the course</source>
        <translation>Las &amp;semanas del curso</translation>
    </message>
    <message>
        <source>days each</source>
        <translation>días cada una</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lecciones</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>a la semana</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Horas</translation>
    </message>
    <message>
        <source>Proposed due dates</source>
        <translation>Fechas límite propuestas</translation>
    </message>
    <message>
        <source>Part of the course</source>
        <translation>Parte del curso</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Comienzo</translation>
    </message>
    <message>
        <source>Replanned on {day}; unfinished lessons follow from that day.</source>
        <translation>Replanificado el {day}; lo pendiente se cuenta desde entonces.</translation>
    </message>
    <message>
        <source>&amp;Use this plan</source>
        <translation>&amp;Usar este plan</translation>
    </message>
    <message>
        <source>&amp;No plan</source>
        <translation>Si&amp;n plan</translation>
    </message>
    <message>
        <source>Remove the plan; dates set by hand stay</source>
        <translation>Quita el plan; las fechas puestas a mano se quedan</translation>
    </message>
    <message>
        <source>Nothing in this course can be planned.</source>
        <translation>En este curso no hay nada que planificar.</translation>
    </message>
    <message>
        <source>All of it by {day}</source>
        <translation>Todo para el {day}</translation>
    </message>
    <message>
        <source>{day}, by hand</source>
        <translation>{day}, a mano</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>&amp;Attempts…</source>
        <translation>&amp;Intentos…</translation>
    </message>
    <message>
        <source>&amp;Due date…</source>
        <translation>Fecha &amp;límite…</translation>
    </message>
    <message>
        <source>&amp;Study plan…</source>
        <translation>&amp;Plan de estudio…</translation>
    </message>
    <message>
        <source>Start again &amp;from today</source>
        <translation>&amp;Replanificar desde hoy</translation>
    </message>
    <message>
        <source>Choose an assessment in the checklist first.</source>
        <translation>Elige primero una evaluación en la lista.</translation>
    </message>
    <message>
        <source>attempts at “{title}”</source>
        <translation>intentos de «{title}»</translation>
    </message>
    <message>
        <source>Choose a lesson, a week or an assessment first.</source>
        <translation>Elige primero una lección, una semana o una evaluación.</translation>
    </message>
    <message>
        <source>due date of “{title}”</source>
        <translation>fecha límite de «{title}»</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>el plan</translation>
    </message>
    <message>
        <source>remove the plan</source>
        <translation>quitar el plan</translation>
    </message>
    <message>
        <source>start again from today</source>
        <translation>replanificar desde hoy</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Size of &amp;text</source>
        <translation>Tamaño del &amp;texto</translation>
    </message>
    <message>
        <source>At &amp;startup, open</source>
        <translation>Al iniciar, abri&amp;r</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Tu &amp;nombre</translation>
    </message>
    <message>
        <source>Appears on progress reports and nowhere else</source>
        <translation>Aparece en los informes de progreso y en ningún otro sitio</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;General</translation>
    </message>
    <message>
        <source>&amp;Apply clear-cut updates without asking</source>
        <translation>&amp;Aplicar sin preguntar las actualizaciones que no planteen dudas</translation>
    </message>
    <message>
        <source>If every lesson can be matched after the author changes a course, you are not asked. Every update can be undone.</source>
        <translation>Si se reconocen todas las lecciones cuando el autor cambia un curso, no se pregunta nada. Toda actualización se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lecciones</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Días</translation>
    </message>
    <message>
        <source>Everything you do is backed up on each day of use, and before an update, an import, a restore or a new version. Of these backups the 10 newest are kept, and one for each of the last 7 days and 4 weeks of use.</source>
        <translation>De todo lo que haces se guarda una copia de seguridad cada día de uso y antes de una actualización, una importación, una restauración o una versión nueva. Se conservan las 10 copias más recientes y una por cada uno de los últimos 7 días y 4 semanas de uso.</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>&amp;Hacer una copia ahora</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>&amp;Restaurar una copia…</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>&amp;Mostrar la carpeta</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>Copias de &amp;seguridad</translation>
    </message>
</context>
<context>
    <name>Preferring</name>
    <message>
        <source>Same as the system: {language}</source>
        <translation>El del sistema: {language}</translation>
    </message>
    <message>
        <source>The course that was open</source>
        <translation>El curso que estaba abierto</translation>
    </message>
    <message>
        <source>All my courses</source>
        <translation>Todos mis cursos</translation>
    </message>
    <message>
        <source>Backed up on {when}.</source>
        <translation>Copia de seguridad hecha el {when}.</translation>
    </message>
</context>
<context>
    <name>Print Device Input Slot</name>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
</context>
<context>
    <name>Print Device Output Bin</name>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Escribiendo el informe…</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Vista previa de impresión</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The whole library cannot be written as {format}. Use --json, or --course instead of --all.</source>
        <translation>No se puede escribir la biblioteca entera como {format}. Usa --json, o --course en lugar de --all.</translation>
    </message>
    <message>
        <source>There is no course “{name}” in the library, and no such file. Check the name.</source>
        <translation>No hay ningún curso «{name}» en la biblioteca ni un archivo con ese nombre. Revisa el nombre.</translation>
    </message>
    <message>
        <source>“{course}” has no due dates, so there is nothing for a calendar. Choose Course &gt; Study plan… to make a plan first.</source>
        <translation>«{course}» no tiene fechas límite, así que no hay nada para un calendario. Elige Curso &gt; Plan de estudio… para hacer primero un plan.</translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose another place.</source>
        <translation>No hay ninguna carpeta {path}. Elige otro lugar.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose another name for the file.</source>
        <translation>{path} es una carpeta. Elige otro nombre para el archivo.</translation>
    </message>
    <message>
        <source>{path} cannot be written: writing there is not allowed, or another program has the file open. Close that program or choose another place.</source>
        <translation>No se puede escribir {path}: no está permitido escribir ahí, u otro programa tiene abierto el archivo. Cierra ese programa o elige otro lugar.</translation>
    </message>
    <message>
        <source>{path} was not written: the disk is full. Make room or choose another disk.</source>
        <translation>No se ha escrito {path}: el disco está lleno. Libera espacio o elige otro disco.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Choose another place.</source>
        <translation>No se puede escribir {path} ({reason}). Elige otro lugar.</translation>
    </message>
    <message>
        <source>A backup cannot be made in {folder}, so nothing was changed: {reason}. Check that there is space on the disk and that you may write there, then try again.</source>
        <translation>No se puede hacer una copia de seguridad en {folder}, así que no se ha cambiado nada: {reason}. Comprueba que hay espacio en el disco y que puedes escribir ahí, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>This course is not in the library any more. Open its file again.</source>
        <translation>Este curso ya no está en la biblioteca. Vuelve a abrir su archivo.</translation>
    </message>
    <message>
        <source>The folder {folder}, where your progress is kept, cannot be made. Allow it, or start the program with --data-dir and another folder.</source>
        <translation>No se puede crear la carpeta {folder}, donde se guarda tu progreso. Permítelo, o inicia el programa con --data-dir y otra carpeta.</translation>
    </message>
    <message>
        <source>The library {path} could not be converted for this version, so nothing was changed in it. Keep using the previous version, and report this: {reason}</source>
        <translation>La biblioteca {path} no se ha podido convertir para esta versión, así que no se ha cambiado nada en ella. Sigue usando la versión anterior e informa de esto: {reason}</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer CourseTracker, so nothing was changed in it. Install the newest version, or start this one with --data-dir and another folder.</source>
        <translation>La biblioteca {path} es de un CourseTracker más reciente, así que no se ha cambiado nada en ella. Instala la última versión, o inicia esta con --data-dir y otra carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Choose another file to import.</source>
        <translation>No se puede leer {path} ({reason}). Elige otro archivo para importar.</translation>
    </message>
    <message>
        <source>{path} has {size} MB, and what is imported may have {limit} MB at most. Export fewer courses into a file.</source>
        <translation>{path} ocupa {size}&#xa0;MB, y lo que se importa puede ocupar {limit}&#xa0;MB como máximo. Exporta menos cursos en cada archivo.</translation>
    </message>
    <message>
        <source>{path} is not an export of CourseTracker, so nothing was imported. Choose a file that was made with File &gt; Export &gt; This course as JSON…</source>
        <translation>{path} no es una exportación de CourseTracker, así que no se ha importado nada. Elige un archivo hecho con Archivo &gt; Exportar &gt; Este curso en JSON…</translation>
    </message>
    <message>
        <source>{path} is damaged or not whole (line {line}), so nothing was imported. Copy or export it once more.</source>
        <translation>{path} está dañado o incompleto (línea {line}), así que no se ha importado nada. Cópialo o expórtalo otra vez.</translation>
    </message>
    <message>
        <source>{path} was changed or is damaged, so nothing was imported. What is wrong is at {place}. Export it once more.</source>
        <translation>{path} ha sido modificado o está dañado, así que no se ha importado nada. El fallo está en {place}. Expórtalo otra vez.</translation>
    </message>
    <message>
        <source>{path} was made by a newer CourseTracker, so nothing was imported. Install the newest version and try again.</source>
        <translation>{path} se hizo con un CourseTracker más reciente, así que no se ha importado nada. Instala la última versión e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file contradicts itself, so nothing was imported. Export it once more.</source>
        <translation>El contenido del archivo es contradictorio, así que no se ha importado nada. Expórtalo otra vez.</translation>
    </message>
    <message>
        <source>The file has parts of your course “{title}” under another course, so nothing was imported. It was changed or is damaged: export it once more.</source>
        <translation>El archivo tiene partes de tu curso «{title}» dentro de otro curso, así que no se ha importado nada. Ha sido modificado o está dañado: expórtalo otra vez.</translation>
    </message>
    <message>
        <source>What was imported has been worked on since, so the import was not undone. The library as it was before is kept in {path}.</source>
        <translation>Desde la importación has trabajado en lo importado, así que no se ha deshecho. La biblioteca tal como estaba antes se guarda en {path}.</translation>
    </message>
    <message>
        <source>There is no Markdown file in the folder {path}. Choose the folder that holds the course.</source>
        <translation>No hay ningún archivo Markdown en la carpeta {path}. Elige la carpeta que contiene el curso.</translation>
    </message>
    <message>
        <source>{path} holds more than {limit} Markdown files. Choose the folder of one course within it.</source>
        <translation>{path} contiene más de {limit} archivos Markdown. Elige dentro la carpeta de un solo curso.</translation>
    </message>
    <message>
        <source>The folder {path} is nested more than {limit} folders deep in the course. Choose the folder of the course itself.</source>
        <translation>La carpeta {path} está anidada en más de {limit} carpetas dentro del curso. Elige la carpeta del propio curso.</translation>
    </message>
    <message>
        <source>The Markdown files in {path} have more than {limit} MB together. Choose the folder of one course within it.</source>
        <translation>Los archivos Markdown de {path} suman más de {limit}&#xa0;MB. Elige dentro la carpeta de un solo curso.</translation>
    </message>
    <message>
        <source>You are not allowed to read the folder {path}. Change its permissions, or copy it.</source>
        <translation>No tienes permiso para leer la carpeta {path}. Cambia sus permisos o cópiala.</translation>
    </message>
    <message>
        <source>Left out, as they are empty or cannot be read ({count}): {names}.</source>
        <translation>Se han dejado fuera, por estar vacíos o no poder leerse ({count}): {names}.</translation>
    </message>
    <message>
        <source>The lesson that you chose has all of that already, so nothing was changed. Choose another one, or let the lost lesson go.</source>
        <translation>La lección elegida ya tiene todo eso, así que no se ha cambiado nada. Elige otra o descarta la lección perdida.</translation>
    </message>
    <message>
        <source>What you want to undo is not in the library any more, so nothing was changed.</source>
        <translation>Lo que quieres deshacer ya no está en la biblioteca, así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This has already been undone, so nothing was changed.</source>
        <translation>Esto ya se había deshecho, así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This has already been redone, so nothing was changed.</source>
        <translation>Esto ya se había rehecho, así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This lesson was deleted in another window in the meantime, so nothing was changed. Open the course again.</source>
        <translation>Esta lección se ha borrado entretanto en otra ventana, así que no se ha cambiado nada. Vuelve a abrir el curso.</translation>
    </message>
    <message>
        <source>The backup {path} is not there any more, so nothing was changed. Choose another one.</source>
        <translation>La copia {path} ya no está, así que no se ha cambiado nada. Elige otra.</translation>
    </message>
    <message>
        <source>The damaged library {path} cannot be set aside: {reason}. Close other programs that use it, check that there is space on the disk, and start CourseTracker again.</source>
        <translation>La biblioteca dañada {path} no se puede apartar: {reason}. Cierra otros programas que la usen, comprueba que hay espacio en el disco y vuelve a abrir CourseTracker.</translation>
    </message>
    <message>
        <source>{name} belongs to the course “{title}” already, so nothing was changed. Choose another file, or remove that course first.</source>
        <translation>{name} ya pertenece al curso «{title}», así que no se ha cambiado nada. Elige otro archivo o quita antes ese curso.</translation>
    </message>
    <message>
        <source>The file {path} is empty. Choose another one, or write the course first.</source>
        <translation>El archivo {path} está vacío. Elige otro, o escribe antes el curso.</translation>
    </message>
    <message>
        <source>The name of {path} has characters that cannot be read. Rename it and open it again.</source>
        <translation>El nombre de {path} tiene caracteres que no se pueden leer. Cámbialo y vuelve a abrirlo.</translation>
    </message>
    <message>
        <source>{path} is a folder, and a file is needed here. Choose a Markdown file inside it.</source>
        <translation>{path} es una carpeta y aquí hace falta un archivo. Elige dentro un archivo Markdown.</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not an ordinary file. Choose a Markdown file.</source>
        <translation>{path} es un dispositivo o una tubería, no un archivo corriente. Elige un archivo Markdown.</translation>
    </message>
    <message>
        <source>{path} has {size} MB, and course files may have {limit} MB at most. Split it into smaller files and open those.</source>
        <translation>{path} ocupa {size}&#xa0;MB y un curso puede ocupar como mucho {limit}&#xa0;MB. Divídelo en archivos más pequeños y ábrelos.</translation>
    </message>
    <message>
        <source>You are not allowed to read {path}. Change its permissions or those of its folder.</source>
        <translation>No tienes permiso para leer {path}. Cambia sus permisos o los de su carpeta.</translation>
    </message>
    <message>
        <source>The link {path} leads back to itself. Choose the course file itself.</source>
        <translation>El enlace {path} vuelve a sí mismo. Elige el propio archivo del curso.</translation>
    </message>
    <message>
        <source>There is no file at {path}. It may have been moved or renamed: choose File &gt; Open a course… and find it.</source>
        <translation>No hay ningún archivo en {path}. Puede que se haya movido o renombrado: elige Archivo &gt; Abrir un curso… y búscalo.</translation>
    </message>
    <message>
        <source>The disk could not read {path}. Check the disk or its connection, then try again.</source>
        <translation>El disco no ha podido leer {path}. Revisa el disco o su conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>{path} is not a text file. Choose a course written in Markdown (.md).</source>
        <translation>{path} no es un archivo de texto. Elige un curso escrito en Markdown (.md).</translation>
    </message>
    <message>
        <source>{path} is not in UTF-8 and was read as Windows-1252. If letters look wrong, save it as UTF-8 in its editor.</source>
        <translation>{path} no está en UTF-8 y se ha leído como Windows-1252. Si ves letras equivocadas, guárdalo como UTF-8 en su editor.</translation>
    </message>
    <message>
        <source>Some characters of {path}, the first in line {line}, could not be read and are shown as �. Save the file as UTF-8 in its editor.</source>
        <translation>Algunos caracteres de {path}, el primero en la línea {line}, no se han podido leer y se muestran como �. Guarda el archivo como UTF-8 en su editor.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved; all that was saved before is safe. Free some space and try again.</source>
        <translation>El disco está lleno y esto no se ha guardado; lo que ya estaba guardado está a salvo. Libera espacio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Another program is using the library {path}, so nothing was changed. Close that program or wait a moment, then try again.</source>
        <translation>Otro programa está usando la biblioteca {path}, así que no se ha cambiado nada. Cierra ese programa o espera un momento y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written to, so nothing was changed. Allow writing to the file and its folder, or start the program with --data-dir and another folder.</source>
        <translation>No se puede escribir en la biblioteca {path}, así que no se ha cambiado nada. Permite escribir en el archivo y su carpeta, o inicia el programa con --data-dir y otra carpeta.</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened. Check that its folder is there and that you may write to it, or start the program with --data-dir and another folder.</source>
        <translation>No se puede abrir la biblioteca {path}. Comprueba que su carpeta existe y que puedes escribir en ella, o inicia el programa con --data-dir y otra carpeta.</translation>
    </message>
    <message>
        <source>The disk reported an error in the library {path}, so this was not saved. Check the disk or its connection, then try again.</source>
        <translation>El disco ha dado un error en la biblioteca {path} y esto no se ha guardado. Revisa el disco o su conexión y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The library {path} is damaged, so nothing was changed in it. A backup can take its place: choose File &gt; Restore a backup… in the window. The damaged file is kept.</source>
        <translation>La biblioteca {path} está dañada, así que no se ha cambiado nada en ella. Una copia puede ocupar su lugar: elige Archivo &gt; Restaurar una copia de seguridad… en la ventana. El archivo dañado se conserva.</translation>
    </message>
    <message>
        <source>This course was updated in another window in the meantime, so nothing was changed. Open it again to see how it is now.</source>
        <translation>Este curso se ha actualizado entretanto en otra ventana, así que no se ha cambiado nada. Ábrelo de nuevo para ver cómo está ahora.</translation>
    </message>
    <message>
        <source>There is no update of this course to undo or redo.</source>
        <translation>No hay ninguna actualización de este curso que deshacer o rehacer.</translation>
    </message>
    <message>
        <source>This course was updated differently in another window in the meantime, so nothing was changed. It is shown as it is now.</source>
        <translation>Este curso se ha actualizado entretanto de otra manera en otra ventana, así que no se ha cambiado nada. Se muestra como está ahora.</translation>
    </message>
    <message>
        <source>“{text}” is not a score. Type it in percent, as in 85, or as in 17/20.</source>
        <translation>«{text}» no es una nota. Escríbela en porcentaje, como 85, o como 17/20.</translation>
    </message>
    <message>
        <source>The link “{link}” leads to nothing in this course&apos;s folder: it may be an old one.</source>
        <translation>El enlace «{link}» no lleva a nada en la carpeta de este curso: puede que sea antiguo.</translation>
    </message>
    <message>
        <source>{name} is not written as Markdown. You can find it in the folder {folder}.</source>
        <translation>{name} no está escrito en Markdown. Lo encontrarás en la carpeta {folder}.</translation>
    </message>
    <message>
        <source>The report cannot be written to {path}: {reason}. Choose another folder.</source>
        <translation>El informe no se puede escribir en {path}: {reason}. Elige otra carpeta.</translation>
    </message>
    <message>
        <source>This course was changed in another window in the meantime, so nothing was done. It is shown as it is now; try again.</source>
        <translation>Este curso ha cambiado entretanto en otra ventana, así que no se ha hecho nada. Se muestra como está ahora; inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The course “{title}” was removed in another window. Undo there brings it back for 30 days; its file can be opened again at any time.</source>
        <translation>El curso «{title}» se ha quitado en otra ventana. Allí, Deshacer lo recupera durante 30 días; su archivo se puede volver a abrir cuando quieras.</translation>
    </message>
    <message>
        <source>Your progress is kept in {folder}, which {service} synchronises: two computers can damage it there. Close the program, move that folder elsewhere, and start with --data-dir and its new place. To work on two computers, export on one and import on the other.</source>
        <translation>Tu progreso se guarda en {folder}, que {service} sincroniza: ahí, dos equipos pueden dañarlo. Cierra el programa, mueve esa carpeta a otro sitio y arranca con --data-dir y el sitio nuevo. Para trabajar en dos equipos, exporta en uno e importa en el otro.</translation>
    </message>
    <message>
        <source>This setting was changed in another window in the meantime, so it was left as it is.</source>
        <translation>Este ajuste se ha cambiado entretanto en otra ventana, así que se ha dejado como está.</translation>
    </message>
    <message>
        <source>{path} belongs to a course, and the files of courses are never written to. Choose another name.</source>
        <translation>{path} pertenece a un curso, y en los archivos de los cursos nunca se escribe. Elige otro nombre.</translation>
    </message>
    <message>
        <source>It could not be printed. Check the printer, or the folder that the file is to be in.</source>
        <translation>No se ha podido imprimir. Revisa la impresora o la carpeta en la que debe estar el archivo.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <comment>All other platforms</comment>
        <translation>Acceso directo</translation>
    </message>
    <message>
        <source>File</source>
        <comment>Match Windows Explorer</comment>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File Folder</source>
        <comment>Match Windows Explorer</comment>
        <translation>Carpeta de archivos</translation>
    </message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message>
        <source>ShowMenu</source>
        <translation>Mostrar el menú</translation>
    </message>
    <message>
        <source>SetFocus</source>
        <translation>Poner el foco</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>Open the combo box selection popup</source>
        <translation>Abrir la lista desplegable</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Job &amp;priority:</source>
        <translation>&amp;Prioridad del trabajo:</translation>
    </message>
    <message>
        <source>&amp;Billing information:</source>
        <translation>Datos de &amp;facturación:</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>I&amp;mpresión programada:</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>&amp;Inicio:</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>&amp;Fin:</translation>
    </message>
</context>
<context>
    <name>QCupsPrinterSupport</name>
    <message>
        <source>Authentication Needed</source>
        <translation>Identificación necesaria</translation>
    </message>
    <message>
        <source>Authentication needed to use %1.</source>
        <translation>Para usar %1 hay que identificarse.</translation>
    </message>
    <message>
        <source>Authentication needed to use %1 on %2.</source>
        <translation>Para usar %1 en %2 hay que identificarse.</translation>
    </message>
    <message>
        <source>Username:</source>
        <translation>Usuario:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Contraseña:</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Buscar en:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nombre de archivo:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Archivos de &amp;tipo:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Carpeta:</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Carpeta superior</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ir a la carpeta superior</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Buscar carpeta</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Cambiar a modo de vista de lista</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Mostrar los archivos &amp;ocultos</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>El archivo %1 ya existe.
¿Quieres reemplazarlo?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
No se encuentra el archivo.
Comprueba que el nombre es correcto.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
No se encuentra la carpeta.
Comprueba que el nombre es correcto.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>«%1» está protegido contra escritura.
¿Quieres borrarlo de todas formas?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>¿Seguro que quieres borrar «%1»?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>No se ha podido borrar la carpeta.</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Mostrar los detalles…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Ocultar los detalles…</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>O&amp;rden de las páginas:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>Páginas &amp;por hoja:</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Invalid Pages Definition</source>
        <translation>Páginas mal indicadas</translation>
    </message>
    <message>
        <source>%1 does not follow the correct syntax. Please use &apos;,&apos; to separate ranges and pages, &apos;-&apos; to define ranges and make sure ranges do not intersect with each other.</source>
        <translation>%1 no está bien escrito. Separa las páginas y los intervalos con «,», escribe los intervalos con «-» y comprueba que no se solapan.</translation>
    </message>
    <message>
        <source>Duplex Settings Conflicts</source>
        <translation>Opciones de doble cara incompatibles</translation>
    </message>
    <message>
        <source>There are conflicts in duplex settings. Do you want to fix them?</source>
        <translation>Hay opciones de doble cara incompatibles. ¿Quieres corregirlas?</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>%1 ya existe.
¿Quieres sobrescribirlo?</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 es una carpeta.
Elige otro nombre de archivo.</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>No se puede escribir en el archivo %1.
Elige otro nombre de archivo.</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>Imprimir en un archivo…</translation>
    </message>
    <message>
        <source>Options &apos;Pages Per Sheet&apos; and &apos;Page Set&apos; cannot be used together.
Please turn one of those options off.</source>
        <translation>Las opciones «Páginas por hoja» y «Conjunto de páginas» no se pueden usar a la vez.
Desactiva una de ellas.</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message>
        <source>Advanced Option Conflicts</source>
        <translation>Opciones avanzadas incompatibles</translation>
    </message>
    <message>
        <source>Page Setup Conflicts</source>
        <translation>Opciones de página incompatibles</translation>
    </message>
    <message>
        <source>There are conflicts in page setup options. Do you want to fix them?</source>
        <translation>Hay opciones de página incompatibles. ¿Quieres corregirlas?</translation>
    </message>
    <message>
        <source>There are conflicts in some advanced options. Do you want to fix them?</source>
        <translation>Hay opciones avanzadas incompatibles. ¿Quieres corregirlas?</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzadas</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Hay opciones incompatibles. Corrígelas.</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Indica páginas o intervalos separados por comas. Un intervalo son dos números separados por un guion. Por ejemplo, 3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9.</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Página actual</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Con&amp;junto de páginas:</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>Intercalar</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Impresión a doble cara</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Encuadernación por el lado largo</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Encuadernación por el lado corto</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Output &amp;file:</source>
        <translation>&amp;Archivo de salida:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
</context>
<context>
    <name>QSpiAccessibleBridge</name>
    <message>
        <source>block quote</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ventana</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>notificación</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>%Ln lessons</source>
        <translation>
            <numerusform>%Ln lección</numerusform>
            <numerusform>%Ln lecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} hora</numerusform>
            <numerusform>{count} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lessons a week lately</source>
        <translation>
            <numerusform>{count} lección por semana últimamente</numerusform>
            <numerusform>{count} lecciones por semana últimamente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln headings</source>
        <translation>
            <numerusform>%Ln encabezado</numerusform>
            <numerusform>%Ln encabezados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkboxes</source>
        <translation>
            <numerusform>%Ln casilla</numerusform>
            <numerusform>%Ln casillas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln table rows with a link</source>
        <translation>
            <numerusform>%Ln fila de tabla con enlace</numerusform>
            <numerusform>%Ln filas de tabla con enlace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list entries</source>
        <translation>
            <numerusform>%Ln entrada de lista</numerusform>
            <numerusform>%Ln entradas de lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsure</source>
        <translation>
            <numerusform>%Ln dudosa</numerusform>
            <numerusform>%Ln dudosas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln desaparecida</numerusform>
            <numerusform>%Ln desaparecidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln back</source>
        <translation>
            <numerusform>%Ln de vuelta</numerusform>
            <numerusform>%Ln de vuelta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nueva</numerusform>
            <numerusform>%Ln nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln movida</numerusform>
            <numerusform>%Ln movidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln renamed</source>
        <translation>
            <numerusform>%Ln renombrada</numerusform>
            <numerusform>%Ln renombradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed inside</source>
        <translation>
            <numerusform>%Ln modificada</numerusform>
            <numerusform>%Ln modificadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename the course</source>
        <translation>Renombrar el curso</translation>
    </message>
    <message>
        <source>What you call the course</source>
        <translation>Cómo llamas al curso</translation>
    </message>
    <message>
        <source>The author calls it “{title}”.</source>
        <translation>El autor lo llama «{title}».</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nombrar</translation>
    </message>
    <message>
        <source>As the &amp;author named it</source>
        <translation>Como lo llamó el &amp;autor</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Progress report</source>
        <translation>Informe de progreso</translation>
    </message>
    <message>
        <source>Course file: {name}</source>
        <translation>Archivo del curso: {name}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>This file makes no claim to conform to PDF/UA or PDF/A.</source>
        <translation>Este archivo no se declara conforme con PDF/UA ni PDF/A.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Semana {number}</translation>
    </message>
    <message>
        <source>Week {number}: {title}</source>
        <translation>Semana {number}: {title}</translation>
    </message>
    <message>
        <source>Lessons done</source>
        <translation>Lecciones hechas</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>{done} of {counted}</source>
        <translation>{done} de {counted}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>0.5</source>
        <translation>0,5</translation>
    </message>
    <message>
        <source>Lessons done: {done} of {counted}, {percent}</source>
        <translation>Lecciones hechas: {done} de {counted}, {percent}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Skipped (not counted)</source>
        <translation>Omitida (no cuenta)</translation>
    </message>
    <message>
        <source>Optional (not counted)</source>
        <translation>Opcional (no cuenta)</translation>
    </message>
    <message>
        <source>{done} done, {current} done and current</source>
        <translation>{done} hecho, {current} hecho y al día</translation>
    </message>
    <message>
        <source>Lessons that changed after they were done: {count}</source>
        <translation>Lecciones que cambiaron después de terminarlas: {count}</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(sin título)</translation>
    </message>
    <message>
        <source>Completion over time</source>
        <translation>Avance en el tiempo</translation>
    </message>
    <message>
        <source>Lessons done from {first} to {last}: first {before}, at the end {done} of {counted}</source>
        <translation>Lecciones hechas del {first} al {last}: al principio {before}, al final {done} de {counted}</translation>
    </message>
    <message>
        <source>Nothing has been done yet. The curve begins with the first lesson done.</source>
        <translation>Todavía no hay nada hecho. La curva empieza con la primera lección hecha.</translation>
    </message>
    <message>
        <source>What is done was marked in the course file, so the dates are not known.</source>
        <translation>Lo hecho venía marcado en el archivo del curso, así que no se conocen las fechas.</translation>
    </message>
    <message>
        <source>Done without a known date, and so counted from the start: {count}</source>
        <translation>Hechas sin fecha conocida y contadas desde el principio: {count}</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Evaluaciones</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>Nota para aprobar</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>aprobada</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>no aprobada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>para el {day}</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>atrasada desde el {day}</translation>
    </message>
    <message>
        <source>attempts: {count}</source>
        <translation>intentos: {count}</translation>
    </message>
    <message>
        <source>weight {weight}</source>
        <translation>peso {weight}</translation>
    </message>
    <message>
        <source>No assessment has a score yet.</source>
        <translation>Ninguna evaluación tiene nota todavía.</translation>
    </message>
    <message>
        <source>Grade: {score}</source>
        <translation>Calificación: {score}</translation>
    </message>
    <message>
        <source>Grade so far: {score} ({taken} of {all} assessments)</source>
        <translation>Calificación hasta ahora: {score} ({taken} de {all} evaluaciones)</translation>
    </message>
    <message>
        <source>Passed: {target} is reached.</source>
        <translation>Aprobado: se ha llegado al {target}.</translation>
    </message>
    <message>
        <source>Already passed: {target} is sure, whatever comes.</source>
        <translation>Ya está aprobado: el {target} es seguro, pase lo que pase.</translation>
    </message>
    <message>
        <source>Not passed: {target} is needed.</source>
        <translation>No aprobado: hace falta un {target}.</translation>
    </message>
    <message>
        <source>{target} is no longer possible; {score} at best.</source>
        <translation>El {target} ya no es posible; como mucho, un {score}.</translation>
    </message>
    <message>
        <source>For {target}, each open assessment needs at least {score}.</source>
        <translation>Para un {target}, cada evaluación pendiente necesita al menos un {score}.</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista de lecciones</translation>
    </message>
    <message>
        <source>This course has no lessons.</source>
        <translation>Este curso no tiene lecciones.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Hecha el</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done, changed since</source>
        <translation>hecha, cambiada después</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Lost &amp; found</source>
        <translation>Objetos perdidos</translation>
    </message>
    <message>
        <source>What was done with lessons that have left the course, or that hold lessons of their own now. It is not counted.</source>
        <translation>Lo que se hizo con lecciones que ya no están en el curso o que ahora contienen otras. No se cuenta.</translation>
    </message>
    <message>
        <source>Lesson and where it stood</source>
        <translation>Lección y dónde estaba</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>con apuntes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Apuntes</translation>
    </message>
    <message>
        <source>Progress on {date}: {count} lessons done</source>
        <translation>Progreso al {date}: {count} lecciones hechas</translation>
    </message>
    <message>
        <source>Score: {score}</source>
        <translation>Nota: {score}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} de {month} de {year}</translation>
    </message>
    <message>
        <source>{day} {short_month} {year}</source>
        <translation>{day} {short_month} {year}</translation>
    </message>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>ene feb mar abr may jun jul ago sep oct nov dic</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>Files of the report</source>
        <translation>Archivos del informe</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Contenido del archivo</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>This is all that the report holds: nothing of your courses, your notes or your name. Nothing is sent. Save it, and send it to the person you report the problem to.</source>
        <translation>Esto es todo lo que contiene el informe: nada de tus cursos, ni de tus apuntes, ni tu nombre. No se envía nada. Guárdalo y envíaselo a quien vayas a comunicar el problema.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
</context>
<context>
    <name>ReportParts</name>
    <message>
        <source>Add to the report</source>
        <translation>Añadir al informe</translation>
    </message>
    <message>
        <source>What else should the report contain?</source>
        <translation>¿Qué más debe contener el informe?</translation>
    </message>
</context>
<context>
    <name>RescueBox</name>
    <message>
        <source>The file with your progress is damaged and cannot be opened.</source>
        <translation>El archivo con tu progreso está dañado y no se puede abrir.</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept in its folder: {path}</source>
        <translation>Elijas lo que elijas, el archivo dañado se conserva en su carpeta: {path}</translation>
    </message>
    <message>
        <source>There is no backup that could take its place.</source>
        <translation>No hay ninguna copia que pueda ocupar su lugar.</translation>
    </message>
    <message>
        <source>&amp;Restore that backup</source>
        <translation>&amp;Restaurar esa copia</translation>
    </message>
    <message>
        <source>Start &amp;empty</source>
        <translation>Empezar &amp;vacío</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>The newest good backup is from {when}. It holds:</source>
        <translation>La copia en buen estado más reciente es del {when}. Contiene:</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review changes – {title}</source>
        <translation>Revisar los cambios – {title}</translation>
    </message>
    <message>
        <source>Which changes are shown</source>
        <translation>Qué cambios se muestran</translation>
    </message>
    <message>
        <source>They are the &amp;same</source>
        <translation>Son la mi&amp;sma</translation>
    </message>
    <message>
        <source>&amp;Pair with…</source>
        <translation>&amp;Emparejar con…</translation>
    </message>
    <message>
        <source>&amp;Not the same</source>
        <translation>&amp;No son la misma</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Apply without asking when nothing is unsure or gone</source>
        <translation>Aplicar sin preguntar cuando nada sea dudoso ni desaparezca</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>Not no&amp;w</source>
        <translation>A&amp;hora no</translation>
    </message>
    <message>
        <source>Undo the last pairing ({key})</source>
        <translation>Deshace el último emparejamiento ({key})</translation>
    </message>
    <message>
        <source>No lesson has changed</source>
        <translation>Ninguna lección ha cambiado</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Todos los cambios</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsure rows are left as they are: the old ones go to Lost &amp; found</source>
        <translation>
            <numerusform>%Ln fila dudosa se deja como está: la antigua pasa a Objetos perdidos</numerusform>
            <numerusform>%Ln filas dudosas se dejan como están: las antiguas pasan a Objetos perdidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>left in an earlier version</source>
        <translation>desapareció en una versión anterior</translation>
    </message>
    <message>
        <source>split from “{title}”</source>
        <translation>separada de «{title}»</translation>
    </message>
    <message>
        <source>now part of “{title}”</source>
        <translation>ahora forma parte de «{title}»</translation>
    </message>
    <message>
        <source>same title, same text</source>
        <translation>mismo título, mismo texto</translation>
    </message>
    <message>
        <source>you chose it</source>
        <translation>lo elegiste tú</translation>
    </message>
    <message>
        <source>similar title</source>
        <translation>título parecido</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>mismo lugar</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>mismo título</translation>
    </message>
    <message>
        <source>same link</source>
        <translation>mismo enlace</translation>
    </message>
    <message>
        <source>similar text</source>
        <translation>texto parecido</translation>
    </message>
    <message>
        <source>same neighbours</source>
        <translation>mismas lecciones vecinas</translation>
    </message>
    <message>
        <source>same lessons under it</source>
        <translation>mismas lecciones debajo</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nada aquí</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>restore the backup from {when}</source>
        <translation>restaurar la copia del {when}</translation>
    </message>
    <message>
        <source>The backup from {when} has been restored. The damaged library is kept beside it.</source>
        <translation>Se ha restaurado la copia del {when}. La biblioteca dañada se conserva al lado.</translation>
    </message>
    <message>
        <source>The backup from {when} has been restored.</source>
        <translation>Se ha restaurado la copia del {when}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Restaurando la copia…</translation>
    </message>
    <message>
        <source>Checking the database…</source>
        <translation>Comprobando la base de datos…</translation>
    </message>
</context>
<context>
    <name>ScoreField</name>
    <message>
        <source>Score in percent</source>
        <translation>Nota en porcentaje</translation>
    </message>
    <message>
        <source>In percent, as in 85, or as in 17/20</source>
        <translation>En porcentaje, como 85, o como 17/20</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>sin nota</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Go to a lesson</source>
        <translation>Ir a una lección</translation>
    </message>
    <message>
        <source>Search titles, pages and notes of all courses</source>
        <translation>Busca en los títulos, las páginas y los apuntes de todos los cursos</translation>
    </message>
    <message>
        <source>Some letters of a title</source>
        <translation>Algunas letras de un título</translation>
    </message>
    <message>
        <source>Nothing was found for “{typed}” in what has been read so far.</source>
        <translation>No se ha encontrado nada con «{typed}» en lo que se ha leído hasta ahora.</translation>
    </message>
    <message>
        <source>Nothing was found for “{typed}”.</source>
        <translation>No se ha encontrado nada con «{typed}».</translation>
    </message>
    <message>
        <source>Reading your courses: {done} of {total}…</source>
        <translation>Leyendo tus cursos: {done} de {total}…</translation>
    </message>
    <message>
        <source>Type some letters of a lesson&apos;s title, in any course.</source>
        <translation>Escribe algunas letras del título de una lección, de cualquier curso.</translation>
    </message>
    <message>
        <source>Type words from titles, pages and your notes, in any course.
Accents and capitals make no difference. “Words in quotes” have to stand together.</source>
        <translation>Escribe palabras de los títulos, las páginas y tus apuntes, de cualquier curso.
No importan los acentos ni las mayúsculas. Las «palabras entre comillas» tienen que ir juntas.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln results; type more to see others</source>
        <translation>
            <numerusform>El primer resultado; escribe más para ver otros</numerusform>
            <numerusform>Los primeros %Ln resultados; escribe más para ver otros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>This lesson is not in the course any more.</source>
        <translation>Esta lección ya no está en el curso.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>edit a note</source>
        <translation>editar apuntes</translation>
    </message>
    <message>
        <source>edit the note of “{title}”</source>
        <translation>editar los apuntes de «{title}»</translation>
    </message>
    <message>
        <source>score of “{title}”</source>
        <translation>nota de «{title}»</translation>
    </message>
    <message>
        <source>“{title}” is still done</source>
        <translation>«{title}» sigue hecha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lessons are still done</source>
        <translation>
            <numerusform>%Ln lección sigue hecha</numerusform>
            <numerusform>%Ln lecciones siguen hechas</numerusform>
        </translation>
    </message>
    <message>
        <source>change of how lessons are found</source>
        <translation>cambio en la forma de encontrar las lecciones</translation>
    </message>
    <message>
        <source>update of the course</source>
        <translation>actualización del curso</translation>
    </message>
    <message>
        <source>attach “{lost}” to “{title}”</source>
        <translation>asignar «{lost}» a «{title}»</translation>
    </message>
    <message>
        <source>let “{title}” go</source>
        <translation>descartar «{title}»</translation>
    </message>
</context>
<context>
    <name>ShapesDialog</name>
    <message>
        <source>How lessons are found – {title}</source>
        <translation>Cómo se encuentran las lecciones – {title}</translation>
    </message>
    <message>
        <source>Detected from: {evidence}</source>
        <translation>Detectadas a partir de: {evidence}</translation>
    </message>
    <message>
        <source>The course and its sections</source>
        <translation>El curso y sus secciones</translation>
    </message>
    <message>
        <source>The lessons that this gives</source>
        <translation>Las lecciones que resultan</translation>
    </message>
    <message>
        <source>&amp;Detect automatically</source>
        <translation>&amp;Detectar automáticamente</translation>
    </message>
    <message>
        <source>Undo all choices, and detect lessons automatically again</source>
        <translation>Deshace todo lo elegido y vuelve a detectar las lecciones automáticamente</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>As chosen above</source>
        <translation>Como se eligió arriba</translation>
    </message>
    <message>
        <source>Detected automatically</source>
        <translation>Detección automática</translation>
    </message>
    <message>
        <source>{shape} ({count})</source>
        <translation>{shape} ({count})</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>opened today</source>
        <translation>abierto hoy</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>abierto ayer</translation>
    </message>
    <message>
        <source>opened on {day}</source>
        <translation>abierto el {day}</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Siguiente: {title}</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Todo hecho</translation>
    </message>
    <message>
        <source>Nothing to tick off</source>
        <translation>Nada que marcar</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>falta el archivo</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivado</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>The author calls it “{title}”.</source>
        <translation>El autor lo llama «{title}».</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} hechas</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Back to the course</source>
        <translation>Volver al curso</translation>
    </message>
    <message>
        <source>Back to the course (Esc)</source>
        <translation>Volver al curso (Esc)</translation>
    </message>
    <message>
        <source>My courses</source>
        <translation>Mis cursos</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>Mostrar los archivados</translation>
    </message>
    <message>
        <source>Filter by title</source>
        <translation>Filtrar por título</translation>
    </message>
    <message>
        <source>Words to find a course by</source>
        <translation>Palabras para encontrar un curso</translation>
    </message>
    <message>
        <source>A&amp;dd a course…</source>
        <translation>Aña&amp;dir un curso…</translation>
    </message>
    <message>
        <source>&amp;Open a course…</source>
        <translation>A&amp;brir un curso…</translation>
    </message>
    <message>
        <source>Open the &amp;sample course</source>
        <translation>Abrir el curso de e&amp;jemplo</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>Con&amp;tinuar</translation>
    </message>
    <message>
        <source>Open the course at its next lesson (Shift+Enter)</source>
        <translation>Abre el curso en su siguiente lección (Mayús+Intro)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>Open the course where you were (Enter)</source>
        <translation>Abre el curso donde estabas (Intro)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Re&amp;nombrar…</translation>
    </message>
    <message>
        <source>Call the course something else (F2)</source>
        <translation>Da otro nombre al curso (F2)</translation>
    </message>
    <message>
        <source>&amp;Locate the file…</source>
        <translation>&amp;Localizar el archivo…</translation>
    </message>
    <message>
        <source>Say where the course&apos;s file is, if it has moved</source>
        <translation>Indica dónde está el archivo del curso si ha cambiado de sitio</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>Arc&amp;hivar</translation>
    </message>
    <message>
        <source>Put the course out of the way</source>
        <translation>Aparta el curso de la vista</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Take the course off this list; Undo brings it back (Del)</source>
        <translation>Quita el curso de esta lista; Deshacer lo recupera (Supr)</translation>
    </message>
    <message>
        <source>Un&amp;archive</source>
        <translation>Desarc&amp;hivar</translation>
    </message>
    <message>
        <source>There are no courses here yet. Open one that is written as Markdown, or look around in the sample course.</source>
        <translation>Todavía no hay ningún curso. Abre uno escrito en Markdown o date una vuelta por el curso de ejemplo.</translation>
    </message>
    <message>
        <source>No course has “{words}” in its title.</source>
        <translation>Ningún curso tiene «{words}» en el título.</translation>
    </message>
    <message>
        <source>All your courses are archived. Tick “Show archived” to see them.</source>
        <translation>Todos tus cursos están archivados. Marca «Mostrar los archivados» para verlos.</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>My courses</source>
        <translation>Mis cursos</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>rename “{title}”</source>
        <translation>renombrar «{title}»</translation>
    </message>
    <message>
        <source>archive “{title}”</source>
        <translation>archivar «{title}»</translation>
    </message>
    <message>
        <source>unarchive “{title}”</source>
        <translation>desarchivar «{title}»</translation>
    </message>
    <message>
        <source>“{title}” is archived.</source>
        <translation>«{title}» está archivado.</translation>
    </message>
    <message>
        <source>“{title}” was removed. For 30 days, Undo brings it back.</source>
        <translation>«{title}» se ha quitado. Durante 30 días, Deshacer lo recupera.</translation>
    </message>
    <message>
        <source>remove “{title}”</source>
        <translation>quitar «{title}»</translation>
    </message>
    <message>
        <source>“{title}” is back, but another course has its file by now. Locate a file for it, or remove the other one.</source>
        <translation>«{title}» ha vuelto, pero su archivo ya es de otro curso. Localiza un archivo para él o quita el otro.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Locate the file of “{title}”</source>
        <translation>Localizar el archivo de «{title}»</translation>
    </message>
    <message>
        <source>“{title}” has this file already.</source>
        <translation>«{title}» ya tiene este archivo.</translation>
    </message>
    <message>
        <source>locate “{title}”</source>
        <translation>localizar «{title}»</translation>
    </message>
    <message>
        <source>The file of “{title}” is {path} now.</source>
        <translation>El archivo de «{title}» es ahora {path}.</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>opened</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>StateButton</name>
    <message>
        <source>Change the state of this lesson</source>
        <translation>Cambia el estado de esta lección</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>Estado: {state}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Get a newer text: {titles}</source>
        <translation>Reciben un texto más nuevo: {titles}</translation>
    </message>
    <message>
        <source>Keep the text that is here, as the file has another that is not newer: {titles}</source>
        <translation>Conservan el texto que hay aquí, porque el del archivo es otro y no es más nuevo: {titles}</translation>
    </message>
    <message>
        <source>Everything in the file is here already.</source>
        <translation>Todo lo que hay en el archivo ya está aquí.</translation>
    </message>
    <message>
        <source>Courses: {count}, of them new: {new}, merged: {merged}, unchanged: {unchanged}. New actions: {actions}.</source>
        <translation>Cursos: {count}; de ellos, nuevos: {new}, combinados: {merged}, sin cambios: {unchanged}. Acciones nuevas: {actions}.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>{title} is open, {count} done</source>
        <translation>{title} está abierto, {count} hechas</translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>In other languages</source>
        <translation>En otros idiomas</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>{name} has not changed.</source>
        <translation>{name} no ha cambiado.</translation>
    </message>
    <message>
        <source>{name} has changed: {numbers}.</source>
        <translation>{name} ha cambiado: {numbers}.</translation>
    </message>
    <message>
        <source>{name} has changed, but none of its lessons.</source>
        <translation>{name} ha cambiado, pero ninguna de sus lecciones.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Revisar…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{name} looks like a new version of “{title}”.</source>
        <translation>{name} parece una versión nueva de «{title}».</translation>
    </message>
    <message>
        <source>Update that course…</source>
        <translation>Actualizar ese curso…</translation>
    </message>
    <message>
        <source>Add as another course</source>
        <translation>Añadir como otro curso</translation>
    </message>
    <message>
        <source>“{title}” is up to date: {numbers}.</source>
        <translation>«{title}» se ha actualizado: {numbers}.</translation>
    </message>
    <message>
        <source>“{title}” is up to date.</source>
        <translation>«{title}» se ha actualizado.</translation>
    </message>
    <message>
        <source>Back from Lost &amp; found: {titles}.</source>
        <translation>Vuelven de Objetos perdidos: {titles}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>section</source>
        <translation>sección</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>lección</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>evaluación</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Checkboxes</source>
        <translation>Casillas</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Filas de tabla</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Viñetas</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>open</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>aprobada</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>no aprobada</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>no cuenta</translation>
    </message>
    <message>
        <source>{done} of {counted}</source>
        <translation>{done} de {counted}</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>atrasada desde el {day}</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>para hoy</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>para el {day}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>changed since you finished</source>
        <translation>cambiada desde que la terminaste</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} hechas</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>tiene apuntes</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Zooming</name>
    <message>
        <source>Zoom: {percent}</source>
        <translation>Zoom: {percent}</translation>
    </message>
    <message>
        <source>Back to the usual size</source>
        <translation>Volver al tamaño normal</translation>
    </message>
</context>
</TS>
