#include "tests/fuzz/desk.h"

#include "core/journal/subject.h"

using namespace Qt::StringLiterals;

namespace {

core::Event eventFrom(const QByteArray& input)
{
    const qsizetype line = input.indexOf('\n');
    core::Event event;
    event.type = QString::fromUtf8(input.left(line));
    event.payload = input.mid(line + 1);
    event.occurred = deskInTheMiddleOfANight().now;
    event.desk = u"stranger"_s;
    event.seq = 1;
    event.digest[0] = 1;
    return event;
}

template <typename R>
void foldInto(const std::shared_ptr<const R>& record, const core::Event& event)
{
    const R before = record ? *record : R{};
    const R after = core::evolved(before, event);
    if (after.eventCount != before.eventCount + 1)
        broken("every event stands on its record", event.type);
}

}

/// A fold is total: no payload that another desk wrote, whatever it holds, stops or breaks it.
/// Input: the event's type, a line feed, the payload.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const HandoverDesk& desk = deskInTheMiddleOfANight();
    const core::Event event = eventFrom(bytesOf(data, size));
    for (const char16_t* name : {u"ward", u"street"})
        foldInto(desk.caseRecord({desk.names.at(QString::fromUtf16(name))}), event);
    foldInto(desk.person({desk.names.at(u"aaron"_s)}), event);
    foldInto(desk.contact({desk.names.at(u"call"_s)}), event);
    foldInto(desk.userNamed(u"grace"_s), event);
    foldInto(std::shared_ptr<const core::Window>(), event);
    foldInto(std::shared_ptr<const core::Duty>(), event);
    foldInto(std::shared_ptr<const core::Dispositions>(), event);
    foldInto(std::shared_ptr<const core::Sitrep>(), event);
    return 0;
}
