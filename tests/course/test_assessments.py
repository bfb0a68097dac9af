import pytest

from coursetracker.course.assessments import assessment_title


@pytest.mark.parametrize(
    "title",
    [
        "Quiz",
        "Quiz 3",
        "Quiz: trees",
        "Graph theory quiz",
        "Final Exam",
        "Midterm",
        "Mid-term exam",
        "Assessment 2",
        "Graded assessment",
        "Module 3 Assessment",
        "Week 2: Quiz",
        "Week 2 test",
        "End of module test",
        "Test 1",
        "Test: loops",
        "Final project",
        "Final Project - Build a bot",
        "Capstone",
        "Capstone Project: MLOps",
        "Exam II",
        "📝 Quiz 1",
        "Test for week 4",
        "Evaluación",
        "Evaluación 1",
        "Evaluación final",
        "Evaluación de la semana 2",
        "Examen parcial",
        "Cuestionario 4",
        "Cuestionario: árboles",
        "Prueba del módulo 2",
        "Proyecto final",
        "Segunda evaluación",
        "Semana 3 – Examen",
    ],
)
def test_a_title_that_is_the_name_of_an_assessment_is_shown_whole(title: str) -> None:
    assert assessment_title(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Balanced train/dev/test splits",
        "Smoke test",
        "Testing",
        "Test-driven development",
        "Unit tests",
        "Evaluación de modelos",
        "Model evaluation",
        "Prueba de hipótesis",
        "Risk assessment",
        "Projects",
        "Experiment tracking",
        "Example",
        "The contest",
        "Examples",
        "Preparing for the exam room",
        "",
        "Test your knowledge of trees",
        "Final thoughts",
    ],
)
def test_a_title_that_only_holds_the_word_is_no_assessment(title: str) -> None:
    assert assessment_title(title) is None


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Modeling challenges (Assessment 2)", "Modeling challenges"),
        ("Funciones (Evaluación 1)", "Funciones"),
        ("Loops [Quiz]", "Loops"),
        ("Data ( Final exam )", "Data"),
        ("(Assessment 1)", "(Assessment 1)"),
    ],
)
def test_the_assessment_in_brackets_is_taken_off(title: str, shown: str) -> None:
    assert (assessment_title(title) or title) == shown
