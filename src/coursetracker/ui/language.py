"""The language of the window, the report and the command line."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coursetracker.problems import Say
from coursetracker.resources import resources

LANGUAGES = ("en", "es")
SPOKEN = "coursetracker-language"


def system_language() -> str:
    """Return the first language of the system that we speak; English where there is none."""
    for wanted in QLocale.system().uiLanguages():
        language = wanted.partition("-")[0]
        if language in LANGUAGES:
            return language
    return "en"


def speak(language: str) -> None:
    """Make the running program speak a language, Qt's own dialogs included."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a language is spoken by a running QCoreApplication")
    app.setProperty(SPOKEN, language)
    if QLocale().language() is not QLocale(language).language():
        QLocale.setDefault(QLocale(language))
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("coursetracker", str(resources() / "i18n")),
    )
    for name, folder in folders:
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)


def spoken_language() -> str:
    """Return the language that the program speaks; English before it is told."""
    app = QCoreApplication.instance()
    return str(app.property(SPOKEN) or "en") if app is not None else "en"


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
