-- What the cluster says of itself, more about those who take part, and the pictures of those
-- who pay. All of it is public; "texts" columns are as in 0001.

CREATE TABLE clusters (
    slug TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,                 -- texts
    summary TEXT NOT NULL,              -- texts
    about TEXT NOT NULL,                -- texts, one point per line
    history TEXT NOT NULL,              -- texts, one step per line
    plans TEXT NOT NULL,                -- texts, one point per line
    joining TEXT NOT NULL               -- texts
);

ALTER TABLE organisations ADD COLUMN about TEXT NOT NULL DEFAULT '';            -- texts, or ''
ALTER TABLE funding_projects ADD COLUMN summary TEXT NOT NULL DEFAULT '';       -- texts, or ''

-- Without a picture the name stands in words. The digest names the picture in its address.
ALTER TABLE funding_project_logos ADD COLUMN content BYTEA;
ALTER TABLE funding_project_logos ADD COLUMN digest TEXT NOT NULL DEFAULT '';
