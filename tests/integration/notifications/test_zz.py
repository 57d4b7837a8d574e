import cProfile, pstats, pytest
from datetime import timedelta
@pytest.mark.django_db
def test_p(settings):
    settings.SENDING_HOURS="office"
    import time
    from tests.year import a_year, BEGIN
    t=time.process_time()
    with a_year(80) as y:
        print("settle", time.process_time()-t)
        y.pass_until(BEGIN+timedelta(days=40)); 
        n=len(y.left); s=y.steps
        pr=cProfile.Profile(); pr.enable()
        t=time.process_time()
        y.pass_until(BEGIN+timedelta(days=68))
        pr.disable()
        print("28 days", time.process_time()-t, len(y.left)-n, y.steps-s)
    pstats.Stats(pr).sort_stats("cumtime").print_stats(70)
