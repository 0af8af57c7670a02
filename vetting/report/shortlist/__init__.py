"""The shortlist: all creators in one page that sorts, filters, compares and exports."""
