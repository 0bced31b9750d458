package enum HTMLPlaceholder {}
