"""Where a library may be: beside the program, and not in a folder that is synchronised."""

import sys
from pathlib import Path

import pytest

from coursetracker.library import places
from coursetracker.library.folder import data_folder
from coursetracker.library.places import BESIDE, PORTABLE, synced_by

HOME = Path("/home/ana")


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ana/Dropbox/CourseTracker", "Dropbox"),
        ("/home/ana/Dropbox (Personal)/x/y", "Dropbox"),
        ("C:/Users/ana/OneDrive - Contoso/x", "OneDrive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/x", "Google Drive"),
        ("/home/ana/Google Drive/x", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("C:/Users/ana/iCloudDrive/x", "iCloud"),
        ("/home/ana/Nextcloud/x", "Nextcloud"),
        ("/home/ana/Nextcloud2/x", "Nextcloud"),
        ("/home/ana/MEGA/x", "MEGA"),
        ("/home/ana/Box/x", "Box"),
        ("/srv/box/x", None),
        ("/srv/mega/x", None),
        ("/home/ana/notes on dropbox/x", None),
        ("/home/ana/.local/share/CourseTracker", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(path: str, service: str | None) -> None:
    assert synced_by(Path(path), {}, HOME) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder/x", "Syncthing"),
        (".sync_1a2b3c4d5e6f.db", "Nextcloud"),
        ("._sync_1a2b3c4d5e6f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload/x", "Google Drive"),
        (".SynologyWorkingDirectory/x", "Synology Drive"),
        (".sync/ID", "Resilio Sync"),
        (".dropbox/info.json", None),  # the settings of its program, in a home
        (".sync_plan.db.txt", None),
    ],
)
def test_a_synchronised_folder_is_known_by_what_its_service_leaves_there(
    tmp_path: Path, mark: str, service: str | None
) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (tmp_path / "a" / mark).parent.mkdir(exist_ok=True)
    (tmp_path / "a" / mark).touch()

    assert synced_by(folder, {}, HOME) == service


def test_windows_says_where_onedrive_is(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Contoso"), "OneDrive": ""}

    assert synced_by(tmp_path / "Contoso" / "x", environment, HOME) == "OneDrive"
    assert synced_by(tmp_path / "Contoso2" / "x", environment, HOME) is None


def test_a_link_into_a_synchronised_folder_leads_there(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "data").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox" / "data")

    assert synced_by(tmp_path / "link", {}, HOME) == "Dropbox"


def test_a_program_marked_as_portable_has_its_data_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "CourseTracker" / "coursetracker"))
    (tmp_path / "CourseTracker").mkdir()
    assert data_folder().name == "CourseTracker"
    assert tmp_path not in data_folder().parents

    (tmp_path / "CourseTracker" / PORTABLE).touch()
    assert data_folder() == tmp_path / "CourseTracker" / BESIDE


def test_a_program_in_a_package_has_them_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    inside = tmp_path / "CourseTracker.app" / "Contents" / "MacOS" / "coursetracker"
    monkeypatch.setattr(sys, "executable", str(inside))
    (tmp_path / PORTABLE).touch()
    assert places.portable_folder() == tmp_path / BESIDE

    monkeypatch.setenv("APPIMAGE", str(tmp_path / "images" / "CourseTracker.AppImage"))
    assert places.portable_folder() is None
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / PORTABLE).touch()
    assert places.portable_folder() == tmp_path / "images" / BESIDE
