<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%Ln actions</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more actions</source>
        <translation>
            <numerusform>%Ln more action</numerusform>
            <numerusform>%Ln more actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer actions</source>
        <translation>
            <numerusform>%Ln fewer action</numerusform>
            <numerusform>%Ln fewer actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %Ln actions in these courses:</source>
        <translation>
            <numerusform>It holds %Ln action in these courses:</numerusform>
            <numerusform>It holds %Ln actions in these courses:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedBar</name>
    <message numerus="yes">
        <source>%Ln lessons changed since you finished them</source>
        <translation>
            <numerusform>%Ln lesson changed since you finished it</numerusform>
            <numerusform>%Ln lessons changed since you finished them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckReportDialog</name>
    <message numerus="yes">
        <source>%Ln faults, {left} not repaired</source>
        <translation>
            <numerusform>%Ln fault, not repaired</numerusform>
            <numerusform>%Ln faults, {left} not repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faults, repaired</source>
        <translation>
            <numerusform>%Ln fault, repaired</numerusform>
            <numerusform>%Ln faults, repaired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message numerus="yes">
        <source>%Ln words removed</source>
        <translation>
            <numerusform>%Ln word removed</numerusform>
            <numerusform>%Ln words removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words added</source>
        <translation>
            <numerusform>%Ln word added</numerusform>
            <numerusform>%Ln words added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message numerus="yes">
        <source>mark %Ln lessons not done</source>
        <translation>
            <numerusform>mark %Ln lesson not done</numerusform>
            <numerusform>mark %Ln lessons not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln lessons in progress</source>
        <translation>
            <numerusform>mark %Ln lesson in progress</numerusform>
            <numerusform>mark %Ln lessons in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark %Ln lessons done</source>
        <translation>
            <numerusform>mark %Ln lesson done</numerusform>
            <numerusform>mark %Ln lessons done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skip %Ln lessons</source>
        <translation>
            <numerusform>skip %Ln lesson</numerusform>
            <numerusform>skip %Ln lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message numerus="yes">
        <source>Changed %Ln lessons</source>
        <translation>
            <numerusform>Changed %Ln lesson</numerusform>
            <numerusform>Changed %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lessons came marked in the course&apos;s file</source>
        <translation>
            <numerusform>%Ln lesson came marked in the course&apos;s file</numerusform>
            <numerusform>%Ln lessons came marked in the course&apos;s file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attached what was lost to %Ln lessons</source>
        <translation>
            <numerusform>Attached what was lost to %Ln lesson</numerusform>
            <numerusform>Attached what was lost to %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Began to read %Ln lessons</source>
        <translation>
            <numerusform>Began to read %Ln lesson</numerusform>
            <numerusform>Began to read %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons not done</source>
        <translation>
            <numerusform>Marked %Ln lesson not done</numerusform>
            <numerusform>Marked %Ln lessons not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons in progress</source>
        <translation>
            <numerusform>Marked %Ln lesson in progress</numerusform>
            <numerusform>Marked %Ln lessons in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln lessons done</source>
        <translation>
            <numerusform>Marked %Ln lesson done</numerusform>
            <numerusform>Marked %Ln lessons done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skipped %Ln lessons</source>
        <translation>
            <numerusform>Skipped %Ln lesson</numerusform>
            <numerusform>Skipped %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %Ln lessons to the author&apos;s version</source>
        <translation>
            <numerusform>Restored %Ln lesson to the author&apos;s version</numerusform>
            <numerusform>Restored %Ln lessons to the author&apos;s version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed that %Ln lessons are still done</source>
        <translation>
            <numerusform>Confirmed that %Ln lesson is still done</numerusform>
            <numerusform>Confirmed that %Ln lessons are still done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set a due date for %Ln lessons</source>
        <translation>
            <numerusform>Set a due date for %Ln lesson</numerusform>
            <numerusform>Set a due date for %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the due dates of %Ln lessons</source>
        <translation>
            <numerusform>Removed the due date of %Ln lesson</numerusform>
            <numerusform>Removed the due dates of %Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln lessons optional</source>
        <translation>
            <numerusform>Made %Ln lesson optional</numerusform>
            <numerusform>Made %Ln lessons optional</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %Ln lessons no longer optional</source>
        <translation>
            <numerusform>Made %Ln lesson no longer optional</numerusform>
            <numerusform>Made %Ln lessons no longer optional</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hid %Ln lessons</source>
        <translation>
            <numerusform>Hid %Ln lesson</numerusform>
            <numerusform>Hid %Ln lessons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message numerus="yes">
        <source>%Ln lessons</source>
        <translation>
            <numerusform>%Ln lesson</numerusform>
            <numerusform>%Ln lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>{count} hour</numerusform>
            <numerusform>{count} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lessons a week lately</source>
        <translation>
            <numerusform>{count} lesson a week lately</numerusform>
            <numerusform>{count} lessons a week lately</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln headings</source>
        <translation>
            <numerusform>%Ln heading</numerusform>
            <numerusform>%Ln headings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkboxes</source>
        <translation>
            <numerusform>%Ln checkbox</numerusform>
            <numerusform>%Ln checkboxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln table rows with a link</source>
        <translation>
            <numerusform>%Ln table row with a link</numerusform>
            <numerusform>%Ln table rows with a link</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list entries</source>
        <translation>
            <numerusform>%Ln list entry</numerusform>
            <numerusform>%Ln list entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsure</source>
        <translation>
            <numerusform>%Ln unsure</numerusform>
            <numerusform>%Ln unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln back</source>
        <translation>
            <numerusform>%Ln back</numerusform>
            <numerusform>%Ln back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln renamed</source>
        <translation>
            <numerusform>%Ln renamed</numerusform>
            <numerusform>%Ln renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed inside</source>
        <translation>
            <numerusform>%Ln changed inside</numerusform>
            <numerusform>%Ln changed inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln unsure rows are left as they are: the old ones go to Lost &amp; found</source>
        <translation>
            <numerusform>%Ln unsure row is left as it is: the old one goes to Lost &amp; found</numerusform>
            <numerusform>%Ln unsure rows are left as they are: the old ones go to Lost &amp; found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>The first %Ln results; type more to see others</source>
        <translation>
            <numerusform>The first result; type more to see others</numerusform>
            <numerusform>The first %Ln results; type more to see others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%Ln lessons are still done</source>
        <translation>
            <numerusform>%Ln lesson is still done</numerusform>
            <numerusform>%Ln lessons are still done</numerusform>
        </translation>
    </message>
</context>
</TS>
