#include "core/time/typed_time.h"
#include "tests/fuzz/promise.h"

namespace {

template <typename T>
void check(const std::variant<T, core::TimeProblem>& read)
{
    const auto* problem = std::get_if<core::TimeProblem>(&read);
    if (problem && (problem->text.isEmpty() || problem->mend.isEmpty()))
        broken("a time that is not understood is answered with what to type instead");
}

}

/// What an officer types as a time or a date is understood, or refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const core::Instant now = core::fromMillis(1795024800000);
    const QString typed = QString::fromUtf8(bytesOf(data, size));
    check(core::readTypedTime(typed, now));
    check(core::readTypedDue(typed, now));
    check(core::readTypedDate(typed));
    return 0;
}
