"""What stands below a window: settings, language, log, paths, the one worker."""
