-- Words that the search index does not hold yet, the newest: they go into it some dozens at a time.
CREATE TABLE search_new (
    id INTEGER PRIMARY KEY
) STRICT;

-- What the index holds.
CREATE VIEW search_indexed AS
    SELECT id, text FROM search_text WHERE id NOT IN (SELECT id FROM search_new);

DROP TABLE search;

CREATE VIRTUAL TABLE search USING fts5 (
    text,
    content = 'search_indexed',
    content_rowid = 'id',
    columnsize = 0,
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO search (search) VALUES ('rebuild');
