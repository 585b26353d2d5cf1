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

// The words that hold a word of a talk ("not answered") stand before it.
const QRegularExpression& reachedNobody()
{
    static const QRegularExpression words = anyOf({
        u"no (?:answer|reply|response|pick ?up|contact)(?! (?:needed|required|expected|wanted))"_s,
        u"(?:not|never) (?:been )?(?:get through|got through|get hold|reach|reached|answer"
        "|answered|answering|pick(?:ed|ing)? up|reply|replied|respond|responded|available"
        "|speak|talk)"_s,
        u"(?:\\w+n't|cannot|unable to|failed to) (?:get through|get hold|reach|answer|pick up|reply"
        "|respond|be reached|speak|talk)"_s,
        u"(?:was|is|were)n't (?:reached|answered|answering|available)"_s,
        u"(?:nobody|no one|none) (?:answered|answers|answering|picked up|picks up|replied|there"
        "|was there|in|at home|could be reached)"_s,
        u"(?:spoke|spoken|talked) to (?:nobody|no one)"_s,
        u"(?:reached|got) (?:nobody|no one)"_s,
        u"(?:got|reached|left) (?:on |with )?(?:an? |the |their |his |her )?(?:voice ?mail|answer "
        u"?phone"
        "|answer(?:ing)? machine)"_s,
        u"unanswered"_s,
        u"unobtainable"_s,
        u"unavailable"_s,
        u"unreachable"_s,
        u"engaged(?! (?:well|with|in)\\b)"_s,
        u"busy"_s,
        u"voice ?mails?"_s,
        u"answer ?phone"_s,
        u"answer(?:ing)? machine"_s,
        u"(?:switched|turned|phone|mobile) off"_s,
        u"(?:wrong|dead|incorrect) (?:number|line)"_s,
        u"(?:number|phone|line) (?:is |was )?(?:dead|wrong|incorrect|not in use|out of service)"_s,
        u"not in use"_s,
        u"out of service"_s,
        u"(?:just )?(?:rang|rings|ringing) out"_s,
        u"no (?:signal|dial tone|ring tone)"_s,
    });
    return words;
}

const QRegularExpression& ofTalk()
{
    static const QRegularExpression words
        = anyOf({u"spoke"_s, u"spoken"_s, u"talked"_s, u"told"_s, u"said"_s, u"says"_s, u"agreed"_s,
            u"agrees"_s, u"advised"_s, u"confirmed"_s, u"explained"_s, u"discussed"_s,
            u"reassured"_s, u"informed"_s, u"answered"_s, u"reached"_s, u"picked up"_s,
            u"got through"_s, u"got hold"_s, u"rang (?:us|me) back"_s, u"(?:they|she|he) rang"_s});
    return words;
}

}

bool saysNobodyReached(const QString& result)
{
    static const QRegularExpression joins(u"[_\\-\\s]+"_s);
    QString words = result.toLower().replace(QChar(u'’'), u'\'').replace(joins, u" "_s);
    words.replace(u"can't"_s, u"cannot"_s);
    const bool nobody = words.contains(reachedNobody());
    return nobody && !words.remove(reachedNobody()).contains(ofTalk());
}

}
