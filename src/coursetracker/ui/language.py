"""The language of the window, the report and the command line."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from coursetracker.problems import QT_TRANSLATE_NOOP, Say
from coursetracker.resources import OWN_LANGUAGE, languages, resources

NAME = QT_TRANSLATE_NOOP("Language", "English")
"""What the language is called in itself; each catalogue has its own name in place of it."""

SPOKEN = "coursetracker-language"


def name_of(language: str) -> str:
    """Return what a language is called in itself."""
    catalogue = QTranslator()
    catalogue.load(f"coursetracker_{language}", str(resources() / "i18n"))
    return catalogue.translate("Language", NAME) or NAME


def system_language() -> str:
    """Return the first language of the system that we speak; English where there is none."""
    for wanted in QLocale.system().uiLanguages():
        language = wanted.partition("-")[0]
        if language in languages():
            return language
    return OWN_LANGUAGE


def kept_language(settings: QSettings) -> str:
    """Return the language that the learner chose last; "" where the system's is wanted."""
    kept = str(settings.value("language", ""))
    return kept if kept in languages() else ""


def speak(language: str) -> None:
    """Make the running program speak a language, Qt's own dialogs included.

    What is shown already stays as it is.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a language is spoken by a running QCoreApplication")
    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    app.setProperty(SPOKEN, language)
    if QLocale().language() is not QLocale(language).language():
        QLocale.setDefault(QLocale(language))
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("coursetracker", str(resources() / "i18n")),
    )
    for name, folder in folders:
        translator = QTranslator(app)
        if translator.load(QLocale(language), name, "_", folder):  # Qt's own may be of one country
            app.installTranslator(translator)


def spoken_language() -> str:
    """Return the language that the program speaks; English before it is told."""
    app = QCoreApplication.instance()
    return str(app.property(SPOKEN) or OWN_LANGUAGE) if app is not None else OWN_LANGUAGE


def speaker(context: str) -> Say:
    """Return a function that translates the sentences of one context."""

    def say(sentence: str) -> str:
        return QCoreApplication.translate(context, sentence)

    return say


def speak_without_window(language: str) -> None:
    """Speak a language in a command that opens no window."""
    if QCoreApplication.instance() is None:
        _commands_application()
    speak(language)


@cache
def _commands_application() -> QCoreApplication:
    """Return the application that holds the catalogues; it lives as long as the program."""
    return QCoreApplication([])
