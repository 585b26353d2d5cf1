#include "core/duty/duty_commands.h"
#include "core/duty/duty_owed.h"
#include "core/duty/end_of_duty.h"
#include "core/paper/oncall_record.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct SignOffDuty {
    static constexpr const char* name = "duty.sign_off";
    DutyId duty;
    QString page;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty,
            "The duty; when left out, the last that ended unsigned, else the acting user's");
        v("page", s.page, "BLAKE2b-256 of the page as it was read, hexadecimal");
    }
};

struct WriteDuty {
    static constexpr const char* name = "duty.written";
    DutyId duty;
    PartId id;
    QString system;
    QString what;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the entry; made when left out");
        v("system", s.system, "Where it was written: RiO, Mosaic …", Need::Required);
        v("what", s.what, "What was written: chronology when left out");
    }
};

bool isDigest(const QString& hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return bytes.size() == 32 && QString::fromLatin1(bytes.toHex()) == hex.toLower();
}

void oweCalls(const Duty& duty, Decision& decision)
{
    const std::vector<DutyOwed> owed = owedOn(duty);
    const auto count = [&](DutyOwedKind kind) {
        return std::count_if(
            owed.begin(), owed.end(), [&](const DutyOwed& each) { return each.kind == kind; });
    };
    const auto undecided = count(DutyOwedKind::Decision);
    const auto copied = count(DutyOwedKind::Result);
    if (undecided > 0)
        decision.owed.push_back({u"ESC-6.3"_s, u"attempts"_s,
            u"%1 call(s) to the on-call manager have no decision or direction."_s.arg(undecided),
            u"sign_off"_s});
    if (copied > 0)
        decision.owed.push_back({u"ESC-5.2"_s, u"attempts"_s,
            u"%1 call(s) have no result."_s.arg(copied), u"sign_off"_s});
}

// The last that ended, where somebody took it up and nobody has signed it.
std::optional<DutyInHand> endedUnsigned(const Context& context)
{
    const auto last = lastDutyPeriod(context.calendar, context.actor.service, context.occurred);
    if (!last)
        return {};
    const DutyId id = dutyId(context.profile().key, last->service, last->from);
    auto duty = context.records.duty(id);
    const bool waits = duty && duty->startedAt && !duty->signedOffAt;
    return waits ? std::optional(DutyInHand{*last, id, std::move(duty)}) : std::nullopt;
}

// Where one shift follows the other, who signs means the one that is over, until the one that runs
// is about to end itself. HO-3.6c
bool meansEnded(const DutyInHand& inHand, const DutyInHand& ended, const Context& context)
{
    if (!inHand.duty)
        return true;
    if (dutyPeriodAboutToBegin(context.calendar, context.actor.service, context.occurred))
        return false;
    return context.occurred < inHand.period.from || ended.period.to == inHand.period.from;
}

std::variant<DutyInHand, Refusal> dutyToSign(const DutyId& wanted, const Context& context)
{
    auto found = dutyInHand(context, wanted);
    const auto* inHand = std::get_if<DutyInHand>(&found);
    if (!inHand || !wanted.isNull())
        return found;
    if (auto ended = endedUnsigned(context); ended && meansEnded(*inHand, *ended, context))
        return *ended;
    return found;
}

Decision signOff(const SignOffDuty& wanted, const Context& context)
{
    const auto found = dutyToSign(wanted.duty, context);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    if (!inHand.duty)
        return refuse(u"HO-3.6c"_s, u"duty"_s,
            u"Nobody has started this duty: there is nothing to sign."_s,
            u"Name the duty to sign off; `list duties` shows them."_s);
    if (!wanted.page.isEmpty() && !isDigest(wanted.page))
        return refuse({}, u"page"_s, u"“%1” is no digest."_s.arg(wanted.page),
            u"Give 64 hexadecimal digits, or leave it out."_s);
    const OncallRecord record = oncallRecord(*inHand.duty, context.records, context.calendar);
    const QString digest = linesDigest(record, context.now);
    Decision decision;
    decision.events.push_back(newEvent(inHand.subject(),
        DutySignedOff{static_cast<int>(record.lines.size()), digest,
            wanted.page.isEmpty() ? digest : wanted.page.toLower(), bookEdition}));
    oweCalls(*inHand.duty, decision);
    if (const auto lines = unwrittenAtEnd(inHand.period, context.records, context.calendar);
        !lines.empty())
        decision.notes.append(u"ESC-6.5: %1."_s.arg(unwrittenWords(lines)));
    decision.notes.append(u"The duty of %1 to %2 is signed."_s.arg(
        dateTimeText(inHand.period.from), dateTimeText(inHand.period.to)));
    decision.made.insert(u"duty"_s, inHand.id.text());
    decision.made.insert(u"lines"_s, static_cast<int>(record.lines.size()));
    return decision;
}

Decision writeDuty(const WriteDuty& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    openIfNeeded(decision, inHand, context);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(inHand.subject(),
        DutyWritten{id, wanted.system, wanted.what.isEmpty() ? u"chronology"_s : wanted.what}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> signOffCommands()
{
    return {
        command<SignOffDuty>("Signs the On-call Manager Record of a duty as it stands",
            {u"HO-3.6c"_s, u"ESC-6.3"_s, u"ESC-6.5"_s}, signOff),
        command<WriteDuty>("Records that the night's chronology was written to a system",
            {u"ESC-6.5"_s}, writeDuty),
    };
}

}
