paper-page = page { $page } of { $pages }
paper-continued = { $title }, continued
paper-sign = to be filled in by hand
