"""The static page: one drops or pastes a report and sees it, with nothing installed and nothing sent anywhere."""
