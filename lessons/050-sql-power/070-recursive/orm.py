# before
def chapters_to_finish(chapter_id):
    chapter = JourneyChapter.objects.get(id=chapter_id)
    chain = [chapter]
    while chapter.prerequisite_id is not None:
        chapter = chapter.prerequisite
        chain.append(chapter)
    return chain

# after
CHAIN = """
    WITH RECURSIVE chain AS (
        SELECT id, journey_id, chapter_number, title, prerequisite_id, 0 AS depth
        FROM crush_lu_journeychapter
        WHERE id = %s
        UNION ALL
        SELECT c.id, c.journey_id, c.chapter_number, c.title, c.prerequisite_id,
               chain.depth + 1
        FROM chain
        JOIN crush_lu_journeychapter c ON c.id = chain.prerequisite_id
    )
    SELECT id, journey_id, chapter_number, title, prerequisite_id
    FROM chain
    ORDER BY depth
"""


def chapters_to_finish(chapter_id):
    return list(JourneyChapter.objects.raw(CHAIN, [chapter_id]))
