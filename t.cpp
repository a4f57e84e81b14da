#include <isa-l/igzip_lib.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
int main() {
    std::vector<std::string> P;
    for (int i = 0; i < 40; i++) {
        std::ifstream f("/tmp/gz/case" + std::to_string(i) + ".html");
        std::stringstream s;
        s << f.rdbuf();
        P.push_back(s.str());
    }
    static unsigned char room[ISAL_DEF_LVL3_DEFAULT];
    std::vector<unsigned char> out(200000);
    isal_huff_histogram hist{};
    for (int i = 0; i < 20; i++) isal_update_histogram((uint8_t*)P[i].data(), P[i].size(), &hist);
    static isal_hufftables tab;
    isal_create_hufftables(&tab, &hist);
    auto run = [&](char const* n, int level, int size, bool custom, bool stateful) {
        size_t tot = 0;
        auto t = std::chrono::steady_clock::now();
        int N = 4000;
        for (int k = 0; k < N; k++) {
            auto& p = P[20 + k % 20];
            isal_zstream s;
            if (stateful)
                isal_deflate_init(&s);
            else
                isal_deflate_stateless_init(&s);
            s.gzip_flag = IGZIP_GZIP;
            s.end_of_stream = 1;
            s.level = level;
            s.level_buf = room;
            s.level_buf_size = size;
            if (custom) s.hufftables = &tab;
            s.next_in = (uint8_t*)p.data();
            s.avail_in = p.size();
            s.next_out = out.data();
            s.avail_out = out.size();
            int r = stateful ? isal_deflate(&s) : isal_deflate_stateless(&s);
            if (r) printf("err %d\n", r);
            tot += s.total_out;
        }
        printf(
            "%s %.1f us %zu bytes of %zu\n",
            n,
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - t).count() / N,
            tot / N,
            P[20].size()
        );
    };
    for (int i = 0; i < 2; i++) {
        run("l1 small", 1, ISAL_DEF_LVL1_SMALL, 0, 0);
        run("l1 default", 1, ISAL_DEF_LVL1_DEFAULT, 0, 0);
        run("l1 large", 1, ISAL_DEF_LVL1_LARGE, 0, 0);
        run("l0", 0, 0, 0, 0);
        run("l0 custom", 0, 0, 1, 0);
        run("l0 custom stateful", 0, 0, 1, 1);
        run("l2", 2, ISAL_DEF_LVL2_DEFAULT, 0, 0);
    }
}
