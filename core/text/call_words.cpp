#include "core/text/call_words.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QRegularExpression anyOf(const QStringList& patterns)
{
    return QRegularExpression(u"\\b(?:%1)\\b"_s.arg(patterns.join(u'|')));
}

// Unmistakable wherever they stand in a clause.
const QRegularExpression& reachedNobody()
{
    static const QRegularExpression words = anyOf({
        u"no (?:answer|reply|response|pick ?up)(?! (?:needed|required|expected|wanted))"_s,
        u"(?<!will )(?<!would )(?:not|never) (?:been )?(?:get through|got through|get hold|reach"_s
        u"|reached|answer|answered|answering|pick(?:ed|ing)? up|reply|replied|respond"_s
        u"|responded)"_s,
        u"(?:(?:did|does|could|can|has|was|is|were)n't|cannot|unable to|failed to) (?:be |been )?"_s
        u"(?:get through|get hold|reach|reached|answer|answered|answering|pick up|picked up"_s
        u"|reply|replied|respond|responded)"_s,
        u"(?:nobody|no one|none) (?:answered|answers|answering|picked up|picks up|replied|there"_s
        u"|was there|in|at home|home|could be reached)"_s,
        u"(?:spoke|spoken|talked) to (?:nobody|no one)"_s,
        u"(?:reached|got) (?:nobody|no one)"_s,
        u"(?:voice ?mails?|answer ?phone|answer(?:ing)? machine)"_s,
        u"(?:line|phone|telephone|mobile|number|it) (?:is |was |still )*(?:engaged|busy"_s
        u"|unavailable|unobtainable|dead|wrong|incorrect|off|(?:switched|turned) off"_s
        u"|not in use|out of service|not recognised|does not work|did not work)"_s,
        u"(?:wrong|dead|incorrect) (?:number|line)"_s,
        u"(?:just )?(?:rang|rings|ringing) out"_s,
        u"rang and rang"_s,
        u"call failed"_s,
        u"not at home"_s,
        u"unanswered"_s,
        u"unreachable"_s,
        u"no (?:signal|dial tone|ring tone)"_s,
    });
    return words;
}

// Of a call only where nothing else is said: a mother may be busy, a couple engaged.
const QRegularExpression& nobodyAlone()
{
    static const QRegularExpression words(
        u"^(?:still |was |is )*(?:busy|engaged|unavailable|unobtainable|no contact|not available"
        u"|not in use|out of service|(?:switched|turned) off)(?: again| twice| still)*$"_s);
    return words;
}

const QRegularExpression& ofTalk()
{
    static const QRegularExpression words = anyOf({u"spoke"_s, u"spoken"_s, u"talked"_s, u"told"_s,
        u"said"_s, u"says"_s, u"agreed"_s, u"agrees"_s, u"advised"_s, u"confirmed"_s,
        u"explained"_s, u"discussed"_s, u"reassured"_s, u"informed"_s, u"answered"_s, u"reached"_s,
        u"picked up"_s, u"got through"_s, u"got hold"_s, u"rang (?:us |me )?back"_s});
    return words;
}

// After a call that reached nobody others are told of it; only what came of the call itself ends
// it.
const QRegularExpression& reachedAfterAll()
{
    static const QRegularExpression words(u"^(?:but|then|later|and then|finally|at last)\\b"
                                          u"|\\brang (?:us |me )?back\\b|\\banswered\\b"_s);
    return words;
}

QStringList clausesOf(const QString& result)
{
    static const QRegularExpression joins(u"[_\\s]+"_s);
    static const QRegularExpression between(
        u"[,;.:/()!?]|\\s-\\s|(?=\\b(?:but|then|later|finally)\\b)"_s);
    QString words = result.toLower().replace(QChar(u'’'), u'\'').replace(joins, u" "_s);
    words.replace(u"no-one"_s, u"no one"_s).replace(u"can't"_s, u"cannot"_s);
    QStringList clauses;
    for (const QString& clause : words.split(between))
        if (const QString said = clause.simplified(); !said.isEmpty())
            clauses.append(said);
    return clauses;
}

}

bool saysNobodyReached(const QString& result)
{
    bool nobody = false;
    for (const QString& clause : clausesOf(result)) {
        if (clause.contains(reachedNobody()) || clause.contains(nobodyAlone()))
            nobody = true;
        else if (clause.contains(ofTalk()) && (!nobody || clause.contains(reachedAfterAll())))
            return false;
    }
    return nobody;
}

}
