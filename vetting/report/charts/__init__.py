"""Where each mark of a chart stands; the templates in `templates/charts/` draw them as SVG."""
