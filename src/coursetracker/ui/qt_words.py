"""Words of Qt's own dialogs and menus that Qt leaves in English, or says otherwise than we do.

Qt's Spanish lacks what came in later versions, and speaks to a stranger where we speak to a friend.
Our catalogue is asked before Qt's, so what stands here under Qt's contexts is translated in ours.
This is for the tool that makes catalogues: the program has no use for it and never loads it.
`tests/ui/test_qt_words.py` finds what a new version of Qt adds.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from coursetracker.problems import QT_TRANSLATE_NOOP

WORDS: Mapping[str, Sequence[str]] = {
    # Keys, as menus and tips name them
    "QShortcut": (
        QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
        QT_TRANSLATE_NOOP("QShortcut", "Shift"),
        QT_TRANSLATE_NOOP("QShortcut", "Return"),
        QT_TRANSLATE_NOOP("QShortcut", "Esc"),
        QT_TRANSLATE_NOOP("QShortcut", "Del"),
        QT_TRANSLATE_NOOP("QShortcut", "Ins"),
        QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    ),
    "QFileDialog": (
        QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
        QT_TRANSLATE_NOOP("QFileDialog", "File &name:"),
        QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
        QT_TRANSLATE_NOOP("QFileDialog", "Directory:"),
        QT_TRANSLATE_NOOP("QFileDialog", "Directories"),
        QT_TRANSLATE_NOOP("QFileDialog", "Parent Directory"),
        QT_TRANSLATE_NOOP("QFileDialog", "Go to the parent directory"),
        QT_TRANSLATE_NOOP("QFileDialog", "Find Directory"),
        QT_TRANSLATE_NOOP("QFileDialog", "Change to list view mode"),
        QT_TRANSLATE_NOOP("QFileDialog", "Show &hidden files"),
        QT_TRANSLATE_NOOP("QFileDialog", "All Files (*)"),
        QT_TRANSLATE_NOOP("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
        QT_TRANSLATE_NOOP(
            "QFileDialog",
            "%1\nFile not found.\nPlease verify the correct file name was given.",
        ),
        QT_TRANSLATE_NOOP(
            "QFileDialog",
            "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        ),
        QT_TRANSLATE_NOOP(
            "QFileDialog",
            "'%1' is write protected.\nDo you want to delete it anyway?",
        ),
        QT_TRANSLATE_NOOP("QFileDialog", "Are you sure you want to delete '%1'?"),
        QT_TRANSLATE_NOOP("QFileDialog", "Could not delete directory."),
    ),
    "QAbstractFileIconProvider": (
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
    ),
    "QMessageBox": (
        QT_TRANSLATE_NOOP("QMessageBox", "Show Details..."),
        QT_TRANSLATE_NOOP("QMessageBox", "Hide Details..."),
    ),
    "QAccessibleActionInterface": (
        QT_TRANSLATE_NOOP("QAccessibleActionInterface", "ShowMenu"),
        QT_TRANSLATE_NOOP("QAccessibleActionInterface", "SetFocus"),
    ),
    "QComboBox": (QT_TRANSLATE_NOOP("QComboBox", "Open the combo box selection popup"),),
    "QSpiAccessibleBridge": (
        QT_TRANSLATE_NOOP("QSpiAccessibleBridge", "block quote"),
        QT_TRANSLATE_NOOP("QSpiAccessibleBridge", "window"),
        QT_TRANSLATE_NOOP("QSpiAccessibleBridge", "notification"),
    ),
    "QPrintPreviewDialog": (
        QT_TRANSLATE_NOOP("QPrintPreviewDialog", "Zoom in"),
        QT_TRANSLATE_NOOP("QPrintPreviewDialog", "Zoom out"),
    ),
    "QPageSetupWidget": (
        QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
        QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    ),
    "QPrintWidget": (QT_TRANSLATE_NOOP("QPrintWidget", "Output &file:"),),
    "QPrintSettingsOutput": (
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Pages"),
        QT_TRANSLATE_NOOP(
            "QPrintSettingsOutput",
            "Specify pages or ranges separated by commas. Ranges are specified by two numbers"
            " separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
        ),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Current Page"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Collate"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Double Sided Printing"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Off"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Long side binding"),
        QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Short side binding"),
    ),
    "QPrintDialog": (
        QT_TRANSLATE_NOOP("QPrintDialog", "Invalid Pages Definition"),
        QT_TRANSLATE_NOOP(
            "QPrintDialog",
            "%1 does not follow the correct syntax. Please use ',' to separate ranges and "
            "pages, '-' to define ranges and make sure ranges do not intersect with each "
            "other.",
        ),
        QT_TRANSLATE_NOOP("QPrintDialog", "Duplex Settings Conflicts"),
        QT_TRANSLATE_NOOP(
            "QPrintDialog",
            "There are conflicts in duplex settings. Do you want to fix them?",
        ),
        QT_TRANSLATE_NOOP("QPrintDialog", "%1 already exists.\nDo you want to overwrite it?"),
        QT_TRANSLATE_NOOP(
            "QPrintDialog",
            "%1 is a directory.\nPlease choose a different file name.",
        ),
        QT_TRANSLATE_NOOP(
            "QPrintDialog",
            "File %1 is not writable.\nPlease choose a different file name.",
        ),
        QT_TRANSLATE_NOOP("QPrintDialog", "Print To File ..."),
        QT_TRANSLATE_NOOP(
            "QPrintDialog",
            "Options 'Pages Per Sheet' and 'Page Set' cannot be used together.\nPlease turn "
            "one of those options off.",
        ),
    ),
    "QPrintPropertiesDialog": (
        QT_TRANSLATE_NOOP("QPrintPropertiesDialog", "Advanced Option Conflicts"),
        QT_TRANSLATE_NOOP("QPrintPropertiesDialog", "Page Setup Conflicts"),
        QT_TRANSLATE_NOOP(
            "QPrintPropertiesDialog",
            "There are conflicts in page setup options. Do you want to fix them?",
        ),
        QT_TRANSLATE_NOOP(
            "QPrintPropertiesDialog",
            "There are conflicts in some advanced options. Do you want to fix them?",
        ),
    ),
    "QPrintPropertiesWidget": (
        QT_TRANSLATE_NOOP("QPrintPropertiesWidget", "Advanced"),
        QT_TRANSLATE_NOOP(
            "QPrintPropertiesWidget",
            "There are conflicts in some options. Please fix them.",
        ),
    ),
    "QCupsJobWidget": (
        QT_TRANSLATE_NOOP("QCupsJobWidget", "Job &priority:"),
        QT_TRANSLATE_NOOP("QCupsJobWidget", "&Billing information:"),
        QT_TRANSLATE_NOOP("QCupsJobWidget", "Scheduled &printing:"),
        QT_TRANSLATE_NOOP("QCupsJobWidget", "&Start:"),
        QT_TRANSLATE_NOOP("QCupsJobWidget", "&End:"),
    ),
    "QCupsPrinterSupport": (
        QT_TRANSLATE_NOOP("QCupsPrinterSupport", "Authentication Needed"),
        QT_TRANSLATE_NOOP("QCupsPrinterSupport", "Authentication needed to use %1."),
        QT_TRANSLATE_NOOP("QCupsPrinterSupport", "Authentication needed to use %1 on %2."),
        QT_TRANSLATE_NOOP("QCupsPrinterSupport", "Username:"),
        QT_TRANSLATE_NOOP("QCupsPrinterSupport", "Password:"),
    ),
    "Print Device Input Slot": (QT_TRANSLATE_NOOP("Print Device Input Slot", "Automatic"),),
    "Print Device Output Bin": (QT_TRANSLATE_NOOP("Print Device Output Bin", "Automatic"),),
}
"""Sentences by their contexts."""


def told_apart() -> tuple[str, ...]:
    """Return what Qt tells apart by a comment, translated; such are found only in a call."""
    return (
        QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms"),
        QCoreApplication.translate("QAbstractFileIconProvider", "Shortcut", "All other platforms"),
        QCoreApplication.translate("QAbstractFileIconProvider", "File", "Match Windows Explorer"),
        QCoreApplication.translate(
            "QAbstractFileIconProvider", "File Folder", "Match Windows Explorer"
        ),
    )
