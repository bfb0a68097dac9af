-- An assessment may be taken more than once; a score is the only attempt, on the learner's day.

ALTER TABLE standing ADD COLUMN attempts TEXT  -- [[day, score], ...]
    CHECK (attempts IS NULL OR json_valid(attempts));

-- The event that set a score is the last one that was not taken back. Who takes back whom is
-- followed from the last undo of an item to its first, as an undo may be taken back itself.
WITH RECURSIVE
    undoing (item, id, undoes, place) AS (
        SELECT item, id, undoes, row_number() OVER (PARTITION BY item ORDER BY id DESC)
        FROM event
        WHERE kind = 'undo' AND item IN (SELECT item FROM standing WHERE score IS NOT NULL)
    ),
    following (item, place, gone) AS (
        SELECT item, 0, ',' FROM standing WHERE score IS NOT NULL
        UNION ALL
        SELECT
            undoing.item,
            undoing.place,
            iif(instr(gone, ',' || id || ','), gone, gone || undoes || ',')
        FROM following JOIN undoing
            ON undoing.item = following.item AND undoing.place = following.place + 1
    ),
    taken_back (item, gone) AS (
        SELECT item, gone FROM (SELECT item, gone, max(place) FROM following GROUP BY item)
    ),
    scored (item, id) AS (
        SELECT event.item, max(event.id) FROM event JOIN taken_back USING (item)
        WHERE kind = 'score' AND NOT instr(gone, ',' || event.id || ',')
        GROUP BY event.item
    )
UPDATE standing SET attempts = (
    SELECT json_array(json_array(date(at, utc_offset || ' seconds'), score))
    FROM scored JOIN event USING (id)
    WHERE scored.item = standing.item
)
WHERE score IS NOT NULL;

ALTER TABLE standing DROP COLUMN score;
