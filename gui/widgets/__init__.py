"""Parts of windows that know nothing of scenarios' meaning."""
